package org.newsgraph.article;

import java.util.List;

/**
 * What each paragraph of an article's text is for.
 *
 * @param paragraphs all that are not blank, in reading order
 */
public record Layout(List<Paragraph> paragraphs) {
  /** The part that a paragraph plays. */
  public enum Part {
    /** The newspaper's name, above the headline. */
    PUBLISHER,
    HEADLINE,
    /** "By A and B": who wrote it. */
    BYLINE,
    BODY,
    /** A sentence of the body once more, set apart to catch the eye. */
    PULL_QUOTE,
    /** What the archive or the site added: no facts of the article's. */
    BOILERPLATE
  }

  /** A paragraph, without the white space around it. */
  public record Paragraph(Span span, Part part) {}

  public Layout {
    paragraphs = List.copyOf(paragraphs);
  }
}
