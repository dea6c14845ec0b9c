/**
 * Linked data: every IRI of the graph can be dereferenced, as a page or as RDF.
 *
 * <p>{@link org.newsgraph.serve.linkeddata.LinkedData} is the handler. It resolves the address to a
 * resource, negotiates the {@link org.newsgraph.serve.linkeddata.Representation} and writes it.
 * HTML is written by {@link org.newsgraph.serve.linkeddata.ResourcePages}, with {@link
 * org.newsgraph.serve.page.Html}.
 */
package org.newsgraph.serve.linkeddata;
