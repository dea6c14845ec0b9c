/**
 * Every IRI of the graph opens: as a page for people, and in the formats of RDF for programs.
 *
 * <p>{@link org.newsgraph.serve.linked.LinkedData} is the handler: it finds what an address means,
 * takes the form that the asker prefers ({@link org.newsgraph.serve.linked.Representation}) and
 * writes it. Pages are plain HTML, written by the classes whose names end in {@code Page} with the
 * help of {@link org.newsgraph.serve.page.Html}.
 */
package org.newsgraph.serve.linked;
