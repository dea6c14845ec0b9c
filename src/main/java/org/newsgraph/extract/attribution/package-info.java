/**
 * Quotation attribution: the content, cue and source of each statement.
 *
 * <p>The terms are those of PARC 3 and PolNeAR: a <em>content</em> is the reported words, a
 * <em>cue</em> the words that mark the report ("said", "according to"), a <em>source</em> the
 * phrase that names the speaker. {@link org.newsgraph.extract.attribution.AttributionFinder}
 * combines two kinds of evidence: quotation marks ({@link
 * org.newsgraph.extract.attribution.QuotationFinder}) and the model's scores per token. {@code
 * ContentFinder} finds contents and {@code ContentBounds} their exact bounds; {@code
 * StatedAttribution} takes cue and source from the sentence of a quotation if it states them, which
 * binds; otherwise {@code PointerVotes} and {@code SourceFinder} choose them by the votes of the
 * content's tokens; {@code PartJoiner} joins a content that its own attribution interrupts; {@code
 * InnerStatementFinder} finds a statement reported inside another; {@code ReportStatusFinder}
 * determines whether the article says that the content was said, from the {@code VerbGroup} of the
 * cue and its {@code CueSubject}. {@link org.newsgraph.extract.attribution.CitableText} formats the
 * words of a statement for citation, and {@link org.newsgraph.extract.attribution.StatementContext}
 * determines the sentences around it.
 *
 * <p>Uses {@code extract} and {@code text}. Begin with {@link
 * org.newsgraph.extract.attribution.AttributionFinder}.
 */
package org.newsgraph.extract.attribution;
