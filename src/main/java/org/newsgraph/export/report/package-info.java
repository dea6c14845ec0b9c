/**
 * A page about a database: what is in it, who is quoted and about whom, sources side by side, and
 * how sure the program was.
 *
 * <p>Begin reading with {@link org.newsgraph.export.report.ReportExport}.
 */
package org.newsgraph.export.report;
