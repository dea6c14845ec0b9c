package org.newsgraph.article;

import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What an article is known by: the id that its source gives it, else its address, else its text. So
 * the same article is the same wherever it is read again.
 */
public final class ArticleId {
  /** Half of the digits of SHA-256; collisions are not to be expected in any archive. */
  private static final int DIGITS = 32;

  private ArticleId() {}

  public static String of(Optional<String> own, Optional<String> url, String text) {
    return own.map(String::strip)
        .filter(id -> !id.isEmpty())
        .map(id -> Urls.canonical(id).orElse(id))
        .or(() -> url.flatMap(Urls::canonical))
        .orElseGet(() -> "sha256-" + DigestUtils.sha256Hex(text).substring(0, DIGITS));
  }
}
