/**
 * The mapping of an article's records to RDF.
 *
 * <p>Concepts:
 *
 * <ul>
 *   <li>An {@link org.newsgraph.graph.ArticleGraph} is one named graph, named by the article's IRI.
 *       It is self-contained: dropping it removes exactly the data of the article.
 *   <li>{@link org.newsgraph.graph.Iris} derives the IRI of each resource from names and offsets
 *       alone, so that the graph does not depend on the order of articles.
 *   <li>{@link org.newsgraph.graph.News} holds the terms of the ontology. The ontology itself is
 *       {@code ontology/news.ttl}, its shapes {@code ontology/shapes.ttl}.
 *   <li>{@link org.newsgraph.graph.Provenance} states which program made a fact, and when.
 *   <li>Corrections by users ({@code correction}) change the records before they are mapped, and
 *       the graph states them.
 * </ul>
 *
 * <p>Everything here is a pure function: no counters, no clock, no shared state. Uses {@code
 * article}, {@code extract} and {@code link}. Begin with {@link org.newsgraph.graph.ArticleGraph},
 * then read {@link org.newsgraph.graph.ArticleMapping}.
 */
package org.newsgraph.graph;
