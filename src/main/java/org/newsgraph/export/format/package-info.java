/**
 * The list of export formats, and the choice of the exporter that writes each.
 *
 * <p>Begin with {@link org.newsgraph.export.format.ExportFormat}. {@link
 * org.newsgraph.export.format.SelectExport} writes the result of a query instead of the graph.
 */
package org.newsgraph.export.format;
