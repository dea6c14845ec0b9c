package org.newsgraph.article.press;

import java.util.regex.Pattern;

/** Web addresses in the fields of press archives. */
final class ArchiveLinks {
  private static final Pattern ARTICLE =
      Pattern.compile("(?i)https?://[^\\s/?#]+(?:/[^\\s/]|/?[?]).*");

  private ArchiveLinks() {}

  /**
   * Returns the address of an article, or null if the value is the address of a site. Some
   * newspapers give the latter, which all their articles share.
   */
  static String ofArticle(String value) {
    String address = value.strip();
    return ARTICLE.matcher(address).matches() ? address : null;
  }
}
