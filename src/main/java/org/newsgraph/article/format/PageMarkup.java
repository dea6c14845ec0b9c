package org.newsgraph.article.format;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Prepares the markup of a web page for the extraction of its article. */
final class PageMarkup {
  private static final Pattern QUOTED = Pattern.compile("^\\s*[\"“”„«»‘’'].*", Pattern.DOTALL);
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private PageMarkup() {}

  /**
   * Writes the marks that a browser adds to quotations, keeps the lines of preformatted text, and
   * removes other articles that the page appends for readers who scroll on.
   *
   * @param page the page, which is changed
   * @param title headline of the article, or an empty string
   */
  static void prepare(Document page, String title) {
    for (Element quotation : page.select("q")) {
      if (!QUOTED.matcher(quotation.text()).matches()) {
        quotation.prependText("“").appendText("”");
      }
    }
    page.select("pre").forEach(it -> it.html(it.html().replace("\n", "<br>")));
    removeOtherArticles(page, normalize(title));
  }

  private static void removeOtherArticles(Document page, String title) {
    for (Element headline : page.select("article h1")) {
      Element article = headline.closest("article");
      if (article != null && normalize(headline.text()).equals(title)) {
        article.siblingElements().stream()
            .filter(it -> it.normalName().equals("article"))
            .filter(it -> hasOtherHeadline(it, title))
            .forEach(Element::remove);
        return;
      }
    }
  }

  private static boolean hasOtherHeadline(Element article, String title) {
    return article.select("h1").stream()
        .map(it -> normalize(it.text()))
        .anyMatch(it -> !it.isEmpty() && !it.equals(title));
  }

  private static String normalize(String text) {
    return NO_WORD.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
