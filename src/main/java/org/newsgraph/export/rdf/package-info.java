/**
 * The graph as RDF: N-Quads, TriG, Turtle and JSON-LD, written as a stream.
 *
 * <p>Begin reading with {@link org.newsgraph.export.rdf.RdfExport}.
 */
package org.newsgraph.export.rdf;
