package org.newsgraph.article;

import java.util.List;
import java.util.Optional;
import org.newsgraph.article.layout.LayoutFinder;

/**
 * The function of each paragraph of an article's text.
 *
 * @param paragraphs all paragraphs that are not blank, in reading order
 */
public record Layout(List<Paragraph> paragraphs) {
  /** The function of a paragraph. */
  public enum Part {
    /** The newspaper's name, above the headline. */
    PUBLISHER,
    HEADLINE,
    /** The names of the authors: "By A and B". */
    BYLINE,
    BODY,
    /** The name of a letter's writer below the letter, and the writer's place. */
    SIGNATURE,
    /** A sentence of the body that is repeated in large type. */
    PULL_QUOTE,
    /** Text added by the archive or the site, which gives no facts about the article's subject. */
    BOILERPLATE
  }

  /**
   * A paragraph and its function.
   *
   * @param span range of the paragraph, without the white space around it
   * @param part function of the paragraph
   */
  public record Paragraph(Span span, Part part) {}

  public Layout {
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * Divides a text into paragraphs and determines the function of each.
   *
   * @param title the headline, if the metadata gives it
   */
  public static Layout of(Text text, Optional<String> title) {
    return LayoutFinder.find(text, title);
  }

  /** Returns the first paragraph that has this function. */
  public Optional<Paragraph> first(Part part) {
    return paragraphs.stream().filter(paragraph -> paragraph.part() == part).findFirst();
  }
}
