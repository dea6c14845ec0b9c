package org.newsgraph.article.format;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Recognises boxes: elements of a page that hold something other than its article, such as a menu,
 * a caption, related articles, comments or a form.
 */
final class PageBox {
  /**
   * Maximum share of a page's prose in a box. An element with more of it contains the article,
   * whatever its name says.
   */
  private static final double MAX_SHARE = 0.4;

  private static final Set<String> TAGS =
      Set.of(
          "aside",
          "button",
          "dialog",
          "figure",
          "figcaption",
          "footer",
          "form",
          "label",
          "menu",
          "nav",
          "picture",
          "select",
          "video",
          "audio",
          "iframe");
  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "dialog",
          "alertdialog",
          "complementary",
          "contentinfo",
          "banner",
          "search",
          "menu",
          "form");
  private static final Pattern INVISIBLE = Pattern.compile("(?i)display\\s*:\\s*none");
  private static final ElementNames BOXES = ElementNames.of("box-words.txt");
  private static final ElementNames OVERLAYS = ElementNames.of("overlay-words.txt");

  /** Class that WordPress gives to the title of another article in its frame. */
  private static final String EMBEDDED_ARTICLE = "wp-embedded-content";

  private PageBox() {}

  /**
   * Tests whether an element is a box.
   *
   * @param share share of the page's prose in this element and others of the same template, from 0
   *     to 1
   * @param holdsHeadline whether the element contains the main heading or the main part of the page
   */
  static boolean isBox(Element element, double share, boolean holdsHeadline) {
    if (element.normalName().equals("blockquote")) {
      return element.hasClass(EMBEDDED_ARTICLE);
    }
    if (OVERLAYS.matches(element)) {
      return !holdsHeadline;
    }
    return share < MAX_SHARE
        && (isBoxByMarkup(element)
            || (BOXES.matches(element) && !holdsHeadline && !isQuotation(element)));
  }

  private static boolean isBoxByMarkup(Element element) {
    // The footer of a block quotation names the speaker.
    boolean isCitation =
        element.normalName().equals("footer") && element.closest("blockquote") != null;
    boolean isPost = element.normalName().equals("figure") && isQuotation(element);
    return !isCitation
        && !isPost
        && (TAGS.contains(element.normalName())
            || ROLES.contains(element.attr("role"))
            || element.hasAttr("hidden")
            || element.attr("aria-modal").equals("true")
            || INVISIBLE.matcher(element.attr("style")).find());
  }

  /** Tests whether an element is the frame of a block quotation, such as a post. */
  private static boolean isQuotation(Element element) {
    return Stream.concat(
            element.children().stream(),
            element.children().stream().flatMap(child -> child.children().stream()))
        .anyMatch(it -> it.normalName().equals("blockquote"));
  }
}
