package org.newsgraph.serve.explorer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.serve.page.Html;

/**
 * Titles of articles. A title that is a web address is shown as its host and the end of its path.
 */
final class ArticleTitle {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://)?(?:www\\.)?([a-z0-9-]+(?:\\.[a-z0-9-]+)+)(/\\S*)?");

  /** Maximum length of the part of a path that is shown, in code points. */
  private static final int MAX_PATH_LENGTH = 48;

  private ArticleTitle() {}

  /** Tests whether a title is a web address. */
  static boolean isAddress(String title) {
    return title.contains("/") && ADDRESS.matcher(title.strip()).matches();
  }

  /** Returns a title for a list: "dawn.com … the-last-word" for an address. */
  static String of(String title, int maxLength) {
    Matcher address = ADDRESS.matcher(title.strip());
    if (!isAddress(title) || !address.matches() || address.group(2) == null) {
      return StatementHtml.truncate(title, maxLength);
    }
    String path = address.group(2).replaceAll("[?#].*$", "").replaceAll("/+$", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    String shown = StatementHtml.truncate(last, Math.min(MAX_PATH_LENGTH, maxLength));
    boolean whole = path.lastIndexOf('/') <= 0;
    return address.group(1) + (last.isEmpty() ? "" : (whole ? "/" : "/…/") + shown);
  }

  /** Renders the title as the heading of a page; an address in the size of text. */
  static Html heading(String title) {
    return isAddress(title)
        ? Html.of("<h1 class=\"address\" title=\"{}\">{}</h1>", title, of(title, 200))
        : Html.of("<h1>{}</h1>", title);
  }
}
