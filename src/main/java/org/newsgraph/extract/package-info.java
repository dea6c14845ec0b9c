/**
 * Who and what an article names, who said what, and who "he" is.
 *
 * <p>{@link org.newsgraph.extract.Extractor} is the whole journey in one step; what it finds are
 * plain records that know nothing of RDF: {@link org.newsgraph.extract.Mention}, {@link
 * org.newsgraph.extract.Entity}, {@link org.newsgraph.extract.Statement} and {@link
 * org.newsgraph.extract.Role}, gathered in an {@link org.newsgraph.extract.Extraction}. On the way:
 *
 * <ol>
 *   <li>{@code NameFinder} finds the names; {@code EntityResolver} puts together, through {@code
 *       PersonResolver} and {@code NonPersonResolver}, those that stand for one entity.
 *   <li>{@code RoleFinder} finds what the article says that its people are.
 *   <li>{@code DocumentTokens} lays out the words with their sentences, paragraphs and quotations
 *       ({@code QuotationFinder}).
 *   <li>{@code AttributionFinder} finds the statements: {@code ContentFinder} what was said, from
 *       the network's marks and from quotation marks, then who said it and in which words.
 *   <li>{@code SpeakerResolver} tells who is meant by a source: a name, a description, or, with
 *       {@code PronounResolver} and {@code GroupPronounResolver}, a pronoun.
 * </ol>
 *
 * <p>Word lists lie beside the classes as resources, each with a header that says where it is from.
 *
 * <p>May use {@code article} and {@code text}. Begin with {@link org.newsgraph.extract.Extractor}.
 */
package org.newsgraph.extract;
