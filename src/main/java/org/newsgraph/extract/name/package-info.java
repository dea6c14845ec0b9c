/**
 * Named entity recognition: the mentions of an article.
 *
 * <p>{@link org.newsgraph.extract.name.NameFinder} turns the labels of tokens into {@link
 * org.newsgraph.extract.name.DetectedName}s. {@code NameBoundaryRepair} corrects their bounds,
 * {@code DocumentGazetteer} finds further mentions of names that the article has introduced, {@link
 * org.newsgraph.extract.name.Gazetteer} knows names that need no introduction, and {@code
 * NameTypeEvidence} corrects types by evidence in the document. {@code PersonNameClassifier} and
 * {@code ShortForms} serve entity resolution.
 *
 * <p>Uses {@code extract}. Begin with {@link org.newsgraph.extract.name.NameFinder}.
 */
package org.newsgraph.extract.name;
