package org.newsgraph.text;

import org.newsgraph.article.Span;

/**
 * A word or a punctuation mark.
 *
 * @param span range in the article's text
 * @param word spelling; a word that is hyphenated at a line end is joined
 * @param pos part of speech
 * @param label type of the name that the token is part of
 * @param beginsName whether the token is the first of its name
 * @param probability probability of the label according to the network, from 0 to 1
 * @param scores scores of the token's role in statements
 */
public record Token(
    Span span,
    String word,
    PartOfSpeech pos,
    EntityLabel label,
    boolean beginsName,
    double probability,
    AttributionScores scores) {
  /** Tests whether there is no character between this token and the next. */
  public boolean touches(Token next) {
    return span.end() == next.span.begin();
  }

  /**
   * Tests whether this token is a hyphen attached to the token before, so that a word may continue
   * on the next line: "vice-/chairman".
   */
  public boolean isHyphenAfter(Token before) {
    return before.touches(this) && (word.equals("-") || word.equals("\u2010"));
  }
}
