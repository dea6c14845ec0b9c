package org.newsgraph.text;

import org.newsgraph.article.Span;

/**
 * A word or a punctuation mark.
 *
 * @param span where it stands in the article
 * @param word the word; one that a line end divides is joined
 * @param pos its part of speech
 * @param label the kind of name that it is part of
 * @param beginsName whether it is the first of its name
 * @param sureness how likely the label is right in the eyes of the network, from 0 to 1
 * @param marks what the reader thinks of its part in statements
 */
public record Token(
    Span span,
    String word,
    PartOfSpeech pos,
    EntityLabel label,
    boolean beginsName,
    double sureness,
    AttributionScores marks) {
  /** Whether nothing stands between this token and the next. */
  public boolean touches(Token next) {
    return span.end() == next.span.begin();
  }

  /** Whether a word that ends in this hyphen goes on after a line end: "vice-/chairman". */
  public boolean isHyphenAfter(Token before) {
    return before.touches(this) && (word.equals("-") || word.equals("\u2010"));
  }
}
