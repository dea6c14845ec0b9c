/**
 * Pronoun and description resolution: "he", "they", "the prime minister", "his brother".
 *
 * <p>{@link org.newsgraph.extract.coref.SpeakerResolver} resolves the source of a statement. It
 * delegates to one resolver per form of reference:
 *
 * <ul>
 *   <li>{@code PronounResolver}: "he" and "she", by salience. {@link
 *       org.newsgraph.extract.coref.UnambiguousPronounResolver} does so only where one candidate is
 *       left, for roles and relations, where a wrong answer costs more than a missing one.
 *   <li>{@code GroupPronounResolver}: "it" and "they".
 *   <li>{@code RelativePronounResolver}: "who", "many of whom".
 *   <li>{@code DefiniteDescriptionResolver}: "the minister", by the roles stated before, or by the
 *       name beside the same words ({@code AppositionResolver}).
 *   <li>{@link org.newsgraph.extract.coref.PossessorResolver}: "his", "Roe's".
 * </ul>
 *
 * <p>{@link org.newsgraph.extract.coref.AboutFinder} finds the entities that a content mentions or
 * refers to by pronoun. {@link org.newsgraph.extract.coref.Genders} and {@link
 * org.newsgraph.extract.coref.NounPhraseNumber} supply agreement in gender and number.
 *
 * <p>Uses {@code extract} and {@code extract.entity}. Begin with {@link
 * org.newsgraph.extract.coref.SpeakerResolver}.
 */
package org.newsgraph.extract.coref;
