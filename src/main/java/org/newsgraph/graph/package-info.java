/**
 * An article's records become RDF.
 *
 * <p>What was extracted from an article maps to one named graph that bears the article's IRI and
 * stands alone: drop it, and exactly what that article said is gone. {@link
 * org.newsgraph.graph.Iris} says how things are named, {@link org.newsgraph.graph.News} in which
 * terms they are described (the ontology itself is {@code ontology/news.ttl}, its shapes {@code
 * ontology/shapes.ttl}; both are on the class path of this package).
 *
 * <p>What people have corrected ({@link org.newsgraph.graph.correction.Corrections}) changes the
 * records before they are mapped, and the graph says so.
 *
 * <p>Everything here is a pure function: no counters, no clock, no shared state. The package uses
 * the records of {@code article} and {@code extract}, and Jena's nodes and triples. Begin reading
 * with {@link org.newsgraph.graph.ArticleGraph}, then {@code ArticleMapping}.
 */
package org.newsgraph.graph;
