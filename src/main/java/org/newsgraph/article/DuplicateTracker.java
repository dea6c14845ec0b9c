package org.newsgraph.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which articles a build has met: the same may come again from another source, and agencies send
 * new versions. It keeps about 100 bytes an article, and nothing of its text: ids and digests are
 * short ones of 64 bits, so that of ten million articles two are confused once in 300,000 builds.
 */
public final class DuplicateTracker {
  /** What an article is to those met before. */
  public enum Occurrence {
    FIRST,
    /** The very same once more. */
    REPEATED,
    /** A later version of one met before. */
    NEWER,
    OLDER,
    /** Another one of the same id. */
    CLASH
  }

  private record Earlier(String source, long line, long digest, String version) {}

  private final Map<Long, Earlier> articles = new HashMap<>();

  /** Meets an article, and tells what it is to those met before. */
  public Occurrence see(Article article, String digest) {
    long id = shortened(article.id());
    String version = version(article);
    SourceLocation place = article.place();
    Earlier now = new Earlier(place.source(), place.line(), shortened(digest), version);
    Earlier before = articles.putIfAbsent(id, now);
    if (before == null) {
      return Occurrence.FIRST;
    }
    if (before.digest == now.digest) {
      return Occurrence.REPEATED;
    }
    if (version.isEmpty() || before.version.isEmpty() || version.equals(before.version)) {
      return Occurrence.CLASH;
    }
    if (version.compareTo(before.version) < 0) {
      return Occurrence.OLDER;
    }
    articles.put(id, now);
    return Occurrence.NEWER;
  }

  /** Where the article of this id was met that counts. */
  public SourceLocation place(Article article) {
    Earlier met = articles.get(shortened(article.id()));
    return new SourceLocation(met.source, met.line);
  }

  /** When a version was made, comparable as text; empty where its source does not say. */
  public static String version(Article article) {
    return article.metadata().modified().map(DuplicateTracker::comparable).orElse("");
  }

  /** The same moment for all zones, where it has one. */
  public static String comparable(String date) {
    try {
      return java.time.OffsetDateTime.parse(date).toInstant().toString();
    } catch (java.time.DateTimeException e) {
      return date;
    }
  }

  private static long shortened(String text) {
    UUID hash = UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
    return hash.getMostSignificantBits() ^ hash.getLeastSignificantBits();
  }
}
