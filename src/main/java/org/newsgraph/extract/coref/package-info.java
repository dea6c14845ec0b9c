/**
 * Pronoun and description resolution: "he", "they", "the prime minister", "his brother".
 *
 * <p>{@link org.newsgraph.extract.coref.SpeakerResolver} resolves the source of a statement. It
 * tries one {@code SourceResolver} per form of reference, the most certain first, over the state of
 * the {@code Discourse}:
 *
 * <ul>
 *   <li>{@code LabelResolver}: the label of a turn, "SMITH:".
 *   <li>{@code NamedSourceResolver}: "Mr Roe", "the Labour leader Ann Roe".
 *   <li>{@code WriterResolver}: "I" in a signed text.
 *   <li>{@code RelativePronounResolver}: "who", "many of whom".
 *   <li>{@code OneOfTwoResolver}: "the former", "the latter".
 *   <li>{@code ApposedNameResolver}: "the minister, Ann Roe,".
 *   <li>{@code PronounResolver}: "he" and "she", by salience. {@link
 *       org.newsgraph.extract.coref.UnambiguousPronounResolver} does so only where one candidate is
 *       left, for roles and relations, where a wrong answer costs more than a missing one.
 *   <li>{@code GroupPronounResolver}: "it" and "they".
 *   <li>{@code DefiniteDescriptionResolver}: "the minister", by the roles stated before, or by the
 *       name beside the same words ({@code AppositionResolver}).
 *   <li>{@code OrganisationReferenceResolver}: "it", "the airline", by salience and by the kind of
 *       organisation that the noun denotes.
 *   <li>{@code LastSpeakerResolver}: "the official".
 * </ul>
 *
 * <p>For "he", "she" and "the minister", these rules only are evidence: the {@code CandidateRanker}
 * chooses among all candidates by the {@code CandidateFeatures} of each. {@link
 * org.newsgraph.extract.coref.PossessorResolver} resolves "his" and "Roe's".
 *
 * <p>{@link org.newsgraph.extract.coref.AboutFinder} finds the entities that a content mentions or
 * refers to by pronoun. {@link org.newsgraph.extract.coref.Genders} and {@link
 * org.newsgraph.extract.coref.NounPhraseNumber} supply agreement in gender and number.
 *
 * <p>Uses {@code extract} and {@code extract.entity}. Begin with {@link
 * org.newsgraph.extract.coref.SpeakerResolver}.
 */
package org.newsgraph.extract.coref;
