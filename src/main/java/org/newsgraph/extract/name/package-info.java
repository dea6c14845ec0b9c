/**
 * Named entity recognition: the mentions of an article.
 *
 * <p>{@link org.newsgraph.extract.name.NameFinder} decodes the model's scores into {@link
 * org.newsgraph.extract.name.DetectedName}s. {@code NameBoundaryRepair} and {@code ShortForms} then
 * correct their bounds, {@code DocumentGazetteer} finds further mentions of names that the article
 * has introduced, {@link org.newsgraph.extract.name.Gazetteer} knows names that need no
 * introduction, and {@code NameTypeEvidence} corrects types by a vote over the document.
 *
 * <p>Uses {@code extract}. Begin with {@link org.newsgraph.extract.name.NameFinder}.
 */
package org.newsgraph.extract.name;
