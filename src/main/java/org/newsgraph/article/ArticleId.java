package org.newsgraph.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What an article is known by: the id that its source gives it, else its address, else its text. So
 * the same article is the same wherever it is read again.
 */
public final class ArticleId {
  /** Half of SHA-256: no two articles of a library of them will ever share it. */
  private static final int BYTES = 16;

  private ArticleId() {}

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
