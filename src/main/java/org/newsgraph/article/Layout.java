package org.newsgraph.article;

import java.util.List;
import java.util.Optional;
import org.newsgraph.article.layout.LayoutFinder;

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

  /**
   * Divides a text into paragraphs and finds what each is for.
   *
   * @param title the headline, where something besides the text tells it
   */
  public static Layout of(Text text, Optional<String> title) {
    return LayoutFinder.find(text, title);
  }

  /** The first paragraph that plays this part. */
  public Optional<Paragraph> first(Part part) {
    return paragraphs.stream().filter(paragraph -> paragraph.part() == part).findFirst();
  }
}
