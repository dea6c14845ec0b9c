package org.newsgraph.extract;

import org.newsgraph.article.Span;

/** To whom the article attributes a statement. */
public sealed interface Speaker {
  /** Where the attribution names or describes the speaker: the place of "he" in "he said". */
  Span span();

  /** The words that stand there. */
  String words();

  /** Who is meant, as far as the article tells. */
  String name();

  /** Someone the article names. */
  record Known(Span span, String words, Entity entity) implements Speaker {
    @Override
    public String name() {
      return entity.name();
    }
  }

  /**
   * Someone it only describes: "an Aleppo gravedigger".
   *
   * @param description where the article first describes this speaker; for "he" an earlier place,
   *     otherwise the span itself
   * @param name the words of that description
   */
  record Described(Span span, String words, Span description, String name) implements Speaker {}
}
