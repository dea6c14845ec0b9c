/**
 * Information extraction: names, entities, roles, and statements with their speakers.
 *
 * <p>{@link org.newsgraph.extract.Extractor} runs all steps on one article and returns an {@link
 * org.newsgraph.extract.Extraction}, which holds plain records that know nothing of RDF. Concepts:
 *
 * <ul>
 *   <li>A {@link org.newsgraph.extract.Mention} is a name in the text, an {@link
 *       org.newsgraph.extract.Entity} what all mentions of one person, organisation or place refer
 *       to.
 *   <li>A {@link org.newsgraph.extract.Statement} has a content (the reported words), usually a cue
 *       ("said"), and a {@link org.newsgraph.extract.Speaker}: direct, mixed or indirect. A {@link
 *       org.newsgraph.extract.SpeechActReport} reports that someone spoke, without the words.
 *   <li>A {@link org.newsgraph.extract.Role} is what the article says a person is ("Labour MP"), a
 *       {@link org.newsgraph.extract.Relation} how two entities are related.
 *   <li>{@link org.newsgraph.extract.DocumentTokens} are the tokens of an article with their
 *       sentence, paragraph and quotation; most rules address tokens by index ({@link
 *       org.newsgraph.extract.TokenRange}).
 * </ul>
 *
 * <p>The steps, one package each, in this order:
 *
 * <ol>
 *   <li>{@code dialogue} finds the turns of a transcript or interview;
 *   <li>{@code name} finds mentions;
 *   <li>{@code entity} groups the mentions that refer to one entity;
 *   <li>{@code coref} resolves pronouns ("he") and descriptions ("the minister") to entities;
 *   <li>{@code role} finds roles and relations;
 *   <li>{@code attribution} finds contents, cues and sources of statements. {@code coref} then
 *       resolves each source to a speaker;
 *   <li>{@code time} finds the time at which each statement was made.
 * </ol>
 *
 * <p>Uses {@code article} and {@code text}. Begin with {@link org.newsgraph.extract.Extractor}.
 */
package org.newsgraph.extract;
