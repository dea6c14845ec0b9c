package org.newsgraph.extract;

import org.newsgraph.article.Span;

/** The person or organisation to whom an article attributes a statement. */
public sealed interface Speaker {
  /** Returns the span of the attribution's source: that of "he" in "he said". */
  Span span();

  /** Returns the text of the source. */
  String text();

  /** Returns the name of the speaker, or the description if the article gives no name. */
  String name();

  /**
   * A speaker whom the article names.
   *
   * @param span span of the source
   * @param text text of the source
   * @param entity the speaker
   */
  record Known(Span span, String text, Entity entity) implements Speaker {
    @Override
    public String name() {
      return entity.name();
    }
  }

  /**
   * A speaker whom the article only describes: "an Aleppo gravedigger".
   *
   * @param span span of the source
   * @param text text of the source
   * @param description span of the article's first description of the speaker: an earlier span for
   *     "he", otherwise {@code span} itself
   * @param name text of the description
   */
  record Described(Span span, String text, Span description, String name) implements Speaker {}
}
