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
 * The article of a web page, without menus, captions, related links and notices. Readability finds
 * the elements that hold it, as Firefox's reader view does.
 */
final class MainContent {
  /** No page that a person reads is nested so deeply; browsers give up at about this depth. */
  private static final int DEEPEST = 500;

  private static final String CAPTIONS =
      "figcaption, [class~=(?i)(?:^|[-_ ])(?:caption|photo-credit|image-credit)(?:$|[-_ ])]";

  private static final String NOTICES =
      "nav, dialog, [role=navigation], [role=dialog], [aria-modal=true],"
          + " [class~=(?i)(?:cookie|consent|gdpr|newsletter|signup|sign-up|related|recommend"
          + "|most-read|more-stories|read-next|share-|social-|-share|advert|promo)],"
          + " [id~=(?i)(?:cookie|consent|gdpr|newsletter|related|recommend|most-read)]";

  /** What holds more of the page than this is the page, whatever its class says. */
  private static final double MOST_NOTICE = 0.25;

  private static final Pattern LEADS_ELSEWHERE =
      Pattern.compile(
          "(?i)(?:read more|see also|related|more on this( story)?|watch|listen|advertisement"
              + "|continue reading( the main story)?|skip to .{1,40}|share this.{0,40}|sign up .{1,80})[:.]?");

  private MainContent() {}

  /** The paragraphs of a page's article; none where there is no article. */
  static List<String> paragraphs(Document page, String address) throws UnreadableArticleException {
    requireShallow(page);
    Document copy = page.clone();
    copy.select(CAPTIONS).remove();
    removeNotices(copy);
    String content = new Readability4J(address, copy).parse().getContent();
    if (content == null) {
      return new ArrayList<>();
    }
    return HtmlText.paragraphs(Jsoup.parseBodyFragment(content).body()).stream()
        .filter(it -> !LEADS_ELSEWHERE.matcher(it).matches())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static void removeNotices(Document page) {
    double all = page.text().length();
    for (Element notice : page.select(NOTICES)) {
      if (notice.text().length() < MOST_NOTICE * all) {
        notice.remove();
      }
    }
  }

  private static void requireShallow(Document page) throws UnreadableArticleException {
    int[] deepest = {0};
    NodeTraversor.traverse(
        (Node node, int depth) -> deepest[0] = Math.max(deepest[0], depth), page);
    if (deepest[0] > DEEPEST) {
      throw new UnreadableArticleException(
          "nested " + deepest[0] + " elements deep, which no page of an article is");
    }
  }

  /** The charset that a page's first lines declare. */
  static Optional<String> charset(String start) {
    var declared = CHARSET.matcher(start);
    return declared.find() ? Optional.of(declared.group(1)) : Optional.empty();
  }

  private static final Pattern CHARSET =
      Pattern.compile(
          "(?is)<(?:meta|\\?xml)\\b[^>]{0,200}(?:charset|encoding)\\s*=\\s*[\"']?([\\w.:-]+)");
}
