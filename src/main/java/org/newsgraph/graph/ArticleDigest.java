package org.newsgraph.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;

/** Digest of the input from which an article's graph is made. Equal digests mean equal graphs. */
public final class ArticleDigest {
  private final MessageDigest sha = DigestUtils.getSha256Digest();

  private ArticleDigest() {}

  /**
   * Returns the digest, as hexadecimal digits.
   *
   * @param article the article
   * @param version version of the program, since another version may extract other facts
   * @param base base IRI of the database
   */
  public static String of(Article article, String version, String base) {
    Metadata metadata = article.metadata();
    ArticleDigest digest = new ArticleDigest();
    digest.add(version).add(base).add(article.id()).add(article.text().toString());
    digest.add(metadata.title()).add(metadata.authors()).add(metadata.publisher());
    digest.add(metadata.published()).add(metadata.url()).add(metadata.language());
    digest.add(metadata.section()).add(metadata.rights()).add(metadata.modified());
    // Articles without a correction keep the digest that they had before corrections were read.
    metadata.correction().ifPresent(digest::add);
    return Hex.encodeHexString(digest.sha.digest());
  }

  /** Adds a value after its length, so that "ab", "c" and "a", "bc" differ. */
  private ArticleDigest add(String value) {
    byte[] bytes = value.getBytes(UTF_8);
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    sha.update(bytes);
    return this;
  }

  private ArticleDigest add(Optional<String> value) {
    return add(value.map(List::of).orElse(List.of()));
  }

  private ArticleDigest add(List<String> values) {
    add(Integer.toString(values.size()));
    values.forEach(this::add);
    return this;
  }
}
