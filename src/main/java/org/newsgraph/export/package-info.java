/**
 * The graph goes out into other tools, and dumps come back in.
 *
 * <p>An {@link org.newsgraph.export.DatasetSubset} is what a {@link
 * org.newsgraph.export.ExportFilter} leaves of a database; it goes through the articles one by one,
 * so that memory does not grow with the texts. A {@link org.newsgraph.export.ExportFormat} writes
 * it to a {@link org.newsgraph.export.Destination}, which keeps whole files only.
 *
 * <p>The formats live in the packages below: {@code rdf}, {@code network} (nodes and edges), {@code
 * table} and {@code web}. The package uses {@code store} and {@code graph}. Begin reading with
 * {@link org.newsgraph.export.ExportFormat}.
 */
package org.newsgraph.export;
