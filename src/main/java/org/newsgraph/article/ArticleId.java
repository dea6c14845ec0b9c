package org.newsgraph.article;

import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The identifier of an article: the id that its source gives, otherwise its canonical URL,
 * otherwise a checksum of its text. The same article gets the same identifier each time that it is
 * read.
 */
public final class ArticleId {
  /** Half of the digits of SHA-256; collisions are not to be expected in any archive. */
  private static final int DIGITS = 32;

  private static final String CHECKSUM = "sha256-";

  private ArticleId() {}

  /**
   * Returns the identifier of an article.
   *
   * @param own the id that the source gives; an id that is a URL is made canonical
   * @param url the article's URL
   * @param text the article's text, used only if there is neither an id nor a valid URL
   */
  public static String of(Optional<String> own, Optional<String> url, String text) {
    return own.map(String::strip)
        .filter(id -> !id.isEmpty())
        .map(id -> Urls.canonical(id).orElse(id))
        .or(() -> url.flatMap(Urls::canonical))
        .orElseGet(() -> CHECKSUM + DigestUtils.sha256Hex(text).substring(0, DIGITS));
  }

  /** Tests whether an identifier is the checksum of the article's text. */
  public static boolean isChecksum(String id) {
    return id.startsWith(CHECKSUM);
  }
}
