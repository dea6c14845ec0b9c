/**
 * The ontology's terms, the IRIs, and the one mapping from an article's records to RDF.
 *
 * <p>May use {@code article}, {@code extract} and {@code link}. Begin with {@link
 * org.newsgraph.graph.Iris}.
 */
package org.newsgraph.graph;
