/**
 * Entity linking: finds the knowledge base items of an article's people, organisations and places.
 *
 * <p>A {@link org.newsgraph.link.KnowledgeBase} tells whom or what a name may stand for ({@link
 * org.newsgraph.link.Candidate}, {@link org.newsgraph.link.Item}) and what is known of them ({@link
 * org.newsgraph.link.Fact}). There are several, and they may be stacked: an index of a Wikidata
 * dump, a pack of names of Wikipedia's articles, people's own lists, and services on the network.
 *
 * <p>May use {@code article} and {@code extract}. Begin with {@link
 * org.newsgraph.link.KnowledgeBase}.
 */
package org.newsgraph.link;
