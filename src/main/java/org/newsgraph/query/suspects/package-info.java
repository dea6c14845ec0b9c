/**
 * Analysis of the graph for editors: nodes that may need a correction. Both analyses read the
 * complete database; people decide what to change.
 *
 * <ul>
 *   <li>A <em>suspect</em> is one node that may stand for two people with the same name, because
 *       its articles disagree. {@link org.newsgraph.query.suspects.ArticleEvidence} reads the
 *       evidence of each article, {@link org.newsgraph.query.suspects.Disagreements} compares it,
 *       {@link org.newsgraph.query.suspects.Suspects} lists the nodes.
 *   <li>A <em>merge suggestion</em> is a pair of nodes that probably stand for one entity ({@link
 *       org.newsgraph.query.suspects.MergeSuggestions}).
 * </ul>
 *
 * <p>Uses {@code store}, {@code graph} and {@code extract}.
 */
package org.newsgraph.query.suspects;
