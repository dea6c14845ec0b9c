package org.newsgraph.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Detects repeated articles within a build: the same article can come again from another source,
 * and agencies send new versions. It keeps about 100 bytes per article and none of its text.
 * Identifiers and digests are hashed to 64 bits, so that among ten million articles two are
 * confused in one of 300,000 builds.
 */
public final class DuplicateTracker {
  /** Relation of an article to the earlier articles of the build. */
  public enum Occurrence {
    /** The first article with this identifier. */
    FIRST,
    /**
     * A repetition: identifier and digest are the same, or the identifier is the text's checksum.
     */
    REPEATED,
    /** A later version of an earlier article. */
    NEWER,
    /** An earlier version of an article. */
    OLDER,
    /** A different article with the same identifier, whose versions cannot be ordered. */
    CLASH
  }

  private record Earlier(String source, long line, long digest, String version) {}

  private final Map<Long, Earlier> articles = new HashMap<>();

  /** Records an article and returns its relation to the earlier articles. */
  public Occurrence record(Article article, String digest) {
    long id = hash64(article.id());
    String version = version(article);
    SourceLocation place = article.location();
    Earlier current = new Earlier(place.source(), place.line(), hash64(digest), version);
    Earlier before = articles.putIfAbsent(id, current);
    if (before == null) {
      return Occurrence.FIRST;
    }
    // Two sources may give different metadata for the same text.
    if (before.digest == current.digest || ArticleId.isChecksum(article.id())) {
      return Occurrence.REPEATED;
    }
    if (version.isEmpty() || before.version.isEmpty() || version.equals(before.version)) {
      return Occurrence.CLASH;
    }
    if (version.compareTo(before.version) < 0) {
      return Occurrence.OLDER;
    }
    articles.put(id, current);
    return Occurrence.NEWER;
  }

  /** Returns the message for an article whose identifier another recorded article has. */
  public String clash(Article article) {
    return "article "
        + article.id()
        + ": "
        + location(article)
        + " has the same id; rename one of them";
  }

  /**
   * Returns the location of the recorded article with the same identifier: the first, or its newest
   * version.
   */
  SourceLocation location(Article article) {
    Earlier recorded = articles.get(hash64(article.id()));
    return new SourceLocation(recorded.source, recorded.line);
  }

  /**
   * Returns the article's modification date as a string that sorts chronologically, or an empty
   * string if there is none.
   */
  public static String version(Article article) {
    return article.metadata().modified().map(DuplicateTracker::toUtc).orElse("");
  }

  /**
   * Converts a date with a time zone to UTC, so that strings can be compared. Returns other dates
   * unchanged.
   */
  public static String toUtc(String date) {
    try {
      return java.time.OffsetDateTime.parse(date).toInstant().toString();
    } catch (java.time.DateTimeException e) {
      return date;
    }
  }

  private static long hash64(String text) {
    UUID hash = UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
    return hash.getMostSignificantBits() ^ hash.getLeastSignificantBits();
  }
}
