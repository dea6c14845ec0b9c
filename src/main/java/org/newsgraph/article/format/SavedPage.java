package org.newsgraph.article.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Reads the comment that browsers write into a page that a user saves. */
final class SavedPage {
  /**
   * "saved from url=(0041)https://…" (Chrome, Edge, Internet Explorer), "url: https://…"
   * (SingleFile).
   */
  private static final Pattern ADDRESS =
      Pattern.compile("(?:saved from url=\\(\\d+\\)|\\burl:\\s*)(https?://[^\\s>]+)");

  private SavedPage() {}

  /** Returns the address that a page was saved from, if a comment at its start gives it. */
  static Optional<String> address(Document page) {
    List<Node> top = page.childNodes();
    Element html = page.firstElementChild();
    return Stream.concat(top.stream(), html == null ? Stream.empty() : html.childNodes().stream())
        .filter(Comment.class::isInstance)
        .map(it -> ADDRESS.matcher(((Comment) it).getData()))
        .filter(Matcher::find)
        .map(it -> it.group(1))
        .findFirst();
  }
}
