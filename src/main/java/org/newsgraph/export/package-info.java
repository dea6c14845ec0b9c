/**
 * The graph as files for other tools.
 *
 * <p>A {@link org.newsgraph.export.DatasetSubset} is the part of a database that an {@link
 * org.newsgraph.export.ExportFilter} selects; it is read article by article, so that memory does
 * not grow with the texts. An {@link org.newsgraph.export.Exporter} writes it to a {@link
 * org.newsgraph.export.Destination}, which leaves complete files only.
 *
 * <p>{@code rdf}, {@code jsonld}, {@code network} (nodes and edges), {@code table} and {@code
 * report} hold the exporters; {@code rows} holds the records that tables and others share; {@code
 * format} lists all formats and chooses the exporter. Uses {@code store} and {@code graph}. Begin
 * with {@link org.newsgraph.export.format.ExportFormat}.
 */
package org.newsgraph.export;
