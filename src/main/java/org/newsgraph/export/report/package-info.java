/**
 * The report: an HTML or Markdown page about a database, with its contents, the most quoted
 * speakers, a comparison of publishers, and the reliability of the extraction.
 *
 * <p>{@code Findings} computes the figures, {@code Sections} arranges them, and one class per
 * format writes them. Begin with {@link org.newsgraph.export.report.ReportExport}.
 */
package org.newsgraph.export.report;
