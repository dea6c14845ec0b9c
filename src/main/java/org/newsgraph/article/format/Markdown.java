package org.newsgraph.article.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.newsgraph.article.Source;

/**
 * A text in Markdown, as its plain text and the heading above it.
 *
 * @param title heading at the start, which is not part of the text
 * @param text paragraphs, headings and list items, each after a blank line; block quotations are
 *     indented
 */
record Markdown(Optional<String> title, String text) {
  private static final Set<String> EXTENSIONS = Set.of("md", "markdown", "mdown", "mkd");

  /** Tests whether a source is Markdown, by the extension of its name. */
  static boolean isMarkdown(Source source) {
    return EXTENSIONS.contains(source.extension());
  }

  /** Parses a text without front matter. */
  static Markdown of(String markdown) {
    String html = HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));
    Document document = Jsoup.parseBodyFragment(html);
    document.select("pre, img, script, style").remove();
    Element first = document.body().firstElementChild();
    boolean isHeading =
        first != null
            && List.of("h1", "h2").contains(first.normalName())
            && document.body().childrenSize() > 1;
    Optional<String> title = isHeading ? Optional.of(first.text()) : Optional.empty();
    if (isHeading) {
      first.remove();
    }
    return new Markdown(title.filter(it -> !it.isBlank()), HtmlText.of(document.body()));
  }
}
