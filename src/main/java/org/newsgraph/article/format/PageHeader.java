package org.newsgraph.article.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.Text;
import org.newsgraph.article.layout.ArticleHeader;

/** Reads the visible lines between the headline of a web page and its first sentence. */
final class PageHeader {
  private static final int MAX_LINES = 12;

  /** Minimum length of a line that is a sentence of the article, in UTF-16 code units. */
  private static final int MIN_SENTENCE = 120;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private PageHeader() {}

  /** Adds the authors and dates in these lines, as far as the page states none elsewhere. */
  static void complete(MetadataBuilder metadata, Document page) {
    Metadata stated = metadata.build();
    stated
        .title()
        .filter(title -> stated.authors().isEmpty() || stated.published().isEmpty())
        .flatMap(title -> metadata(page, title))
        .ifPresent(
            visible -> {
              metadata.authors(visible.authors());
              visible.published().ifPresent(metadata::published);
              visible.modified().ifPresent(metadata::modified);
            });
  }

  /**
   * Returns the authors and dates in the lines below the headline, or empty if the page does not
   * show its headline.
   */
  private static Optional<Metadata> metadata(Document page, String title) {
    List<String> lines =
        HtmlText.paragraphs(page.body()).stream()
            .flatMap(String::lines)
            .map(String::strip)
            .toList();
    int headline = lines.stream().map(PageHeader::normalize).toList().indexOf(normalize(title));
    if (headline < 0) {
      return Optional.empty();
    }
    int end = headline + 1;
    while (end < Math.min(lines.size(), headline + MAX_LINES)
        && lines.get(end - 1).length() < MIN_SENTENCE) {
      end++;
    }
    Text text = new Text(String.join(HtmlText.PARAGRAPH, lines.subList(headline, end)));
    return Optional.of(ArticleHeader.metadata(text, Layout.of(text, Optional.of(title))));
  }

  private static String normalize(String text) {
    return NO_WORD.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
