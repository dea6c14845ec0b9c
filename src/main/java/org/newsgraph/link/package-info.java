/**
 * Entity linking: finds the knowledge base items of an article's people, organisations and places.
 *
 * <p>Concepts:
 *
 * <ul>
 *   <li>A {@link org.newsgraph.link.KnowledgeBase} returns the candidates of a name: each {@link
 *       org.newsgraph.link.Candidate} is an {@link org.newsgraph.link.Item} with a prior
 *       probability. Several knowledge bases can be combined: an index of a Wikidata dump, a pack
 *       of names of Wikipedia's articles, users' own lists, and services on the network.
 *   <li>{@link org.newsgraph.link.CandidateGenerator} looks up the variants of an entity's name,
 *       and completions that the rest of the article suggests ({@link
 *       org.newsgraph.link.ContextVariants}).
 *   <li>{@link org.newsgraph.link.FeatureExtractor} compares each candidate with the article,
 *       {@link org.newsgraph.link.LogisticModel} turns the features into a probability, and {@link
 *       org.newsgraph.link.LinkExplanation} into reasons for users. {@link
 *       org.newsgraph.link.PersonProfile} rules out namesakes.
 *   <li>An entity whose best candidate stays below the threshold is not linked (NIL).
 * </ul>
 *
 * <p>{@code index} holds knowledge bases on disk, {@code wikidata} builds them from dumps, {@code
 * online} asks services. Uses {@code article} and {@code extract}. Begin with {@link
 * org.newsgraph.link.EntityLinker}.
 */
package org.newsgraph.link;
