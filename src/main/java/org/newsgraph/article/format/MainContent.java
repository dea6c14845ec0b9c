package org.newsgraph.article.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.newsgraph.article.UnreadableArticleException;

/**
 * Extracts the article from a web page, without menus, captions, related links and notices. Uses
 * Readability, the algorithm of Firefox's reader view.
 */
final class MainContent {
  /** Maximum nesting depth of elements. Browsers give up at about this depth. */
  private static final int MAX_DEPTH = 500;

  private static final String CAPTIONS =
      "figcaption, [class~=(?i)(?:^|[-_ ])(?:caption|photo-credit|image-credit)(?:$|[-_ ])]";

  private static final String NOTICES =
      "nav, dialog, [role=navigation], [role=dialog], [aria-modal=true],"
          + " [class~=(?i)(?:cookie|consent|gdpr|newsletter|signup|sign-up|related|recommend"
          + "|most-read|more-stories|read-next|share-|social-|-share|advert|promo)],"
          + " [id~=(?i)(?:cookie|consent|gdpr|newsletter|related|recommend|most-read)]";

  /**
   * Maximum share of a page's text in a notice. A larger element is the page's content, whatever
   * its class says.
   */
  private static final double MAX_NOTICE_SHARE = 0.25;

  private static final Pattern LINK_TEXT =
      Pattern.compile(
          "(?i)(?:read more|see also|related|more on this( story)?|watch|listen|advertisement"
              + "|continue reading( the main story)?|skip to .{1,40}|share this.{0,40}|sign up .{1,80})[:.]?");

  private MainContent() {}

  /** Returns the paragraphs of a page's article, or an empty list if there is no article. */
  static List<String> paragraphs(Document page, String address) throws UnreadableArticleException {
    requireShallow(page);
    Document copy = page.clone();
    copy.select(CAPTIONS).remove();
    removeNotices(copy);
    // Readability removes every footer, and that of a block quotation names the speaker.
    copy.select("blockquote footer").tagName("p");
    String content = new Readability4J(address, copy).parse().getContent();
    if (content == null) {
      return new ArrayList<>();
    }
    return HtmlText.paragraphsWithIndentation(Jsoup.parseBodyFragment(content).body()).stream()
        .filter(it -> !LINK_TEXT.matcher(it.strip()).matches())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static void removeNotices(Document page) {
    double all = page.text().length();
    for (Element notice : page.select(NOTICES)) {
      if (notice.text().length() < MAX_NOTICE_SHARE * all) {
        notice.remove();
      }
    }
  }

  private static void requireShallow(Document page) throws UnreadableArticleException {
    int[] deepest = {0};
    NodeTraversor.traverse(
        (Node node, int depth) -> deepest[0] = Math.max(deepest[0], depth), page);
    if (deepest[0] > MAX_DEPTH) {
      throw new UnreadableArticleException(
          "elements nested " + deepest[0] + " deep; the maximum is " + MAX_DEPTH);
    }
  }

  /** Returns the charset declared in a page's first lines. */
  static Optional<String> charset(String start) {
    var declared = CHARSET.matcher(start);
    return declared.find() ? Optional.of(declared.group(1)) : Optional.empty();
  }

  private static final Pattern CHARSET =
      Pattern.compile(
          "(?is)<(?:meta|\\?xml)\\b[^>]{0,200}(?:charset|encoding)\\s*=\\s*[\"']?([\\w.:-]+)");
}
