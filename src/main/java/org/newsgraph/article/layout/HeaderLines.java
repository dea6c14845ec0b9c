package org.newsgraph.article.layout;

import java.util.List;

/**
 * Recognises headlines, bylines and dates that a page repeats above an article's first sentence.
 */
public final class HeaderLines {
  private HeaderLines() {}

  /**
   * Tests whether a paragraph consists of the headline, a byline and dates only. Beside these, a
   * line may also be an office or a newspaper.
   */
  public static boolean isHeader(String title, String paragraph) {
    List<String> lines = paragraph.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    return lines.stream().anyMatch(line -> isCertainHeaderLine(title, line))
        && lines.stream()
            .allMatch(
                line -> isCertainHeaderLine(title, line) || ArticleHeader.isPublisherName(line));
  }

  private static boolean isCertainHeaderLine(String title, String line) {
    return ArticleHeader.matchesTitle(title, line)
        || Byline.isByline(line)
        || PublicationLine.of(line).isPresent();
  }
}
