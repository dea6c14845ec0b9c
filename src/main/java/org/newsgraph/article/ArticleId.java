package org.newsgraph.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The identifier of an article: the id that its source gives, otherwise its canonical URL,
 * otherwise a checksum of its text. The same article gets the same identifier each time that it is
 * read.
 */
public final class ArticleId {
  /**
   * Length of the checksum, in bytes. Half of a SHA-256 digest is enough to exclude collisions
   * between articles.
   */
  private static final int BYTES = 16;

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
        .orElseGet(() -> "sha256-" + checksum(text));
  }

  private static String checksum(String text) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(sum, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
