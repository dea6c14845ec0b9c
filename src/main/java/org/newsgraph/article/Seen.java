package org.newsgraph.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which articles a build has met: the same may come again from another source, and agencies send
 * new versions. It keeps about 200 bytes an article, and nothing of its text.
 */
public final class Seen {
  /** What an article is to those met before. */
  public enum As {
    FIRST,
    /** The very same once more. */
    REPEATED,
    /** A later version of one met before. */
    NEWER,
    OLDER,
    /** Another one of the same id. */
    CLASH
  }

  private record Earlier(Place place, UUID digest, String version) {}

  private final Map<UUID, Earlier> articles = new HashMap<>();

  /** Meets an article, and tells what it is to those met before. */
  public As see(Article article, String digest) {
    UUID id = short16(article.id());
    String version = version(article);
    Earlier now = new Earlier(article.place(), short16(digest), version);
    Earlier before = articles.putIfAbsent(id, now);
    if (before == null) {
      return As.FIRST;
    }
    if (before.digest.equals(now.digest)) {
      return As.REPEATED;
    }
    if (version.isEmpty() || before.version.isEmpty() || version.equals(before.version)) {
      return As.CLASH;
    }
    if (version.compareTo(before.version) < 0) {
      return As.OLDER;
    }
    articles.put(id, now);
    return As.NEWER;
  }

  /** Where the article of this id was met that counts. */
  public Place place(Article article) {
    return articles.get(short16(article.id())).place;
  }

  /** When a version was made, comparable as text; empty where its source does not say. */
  public static String version(Article article) {
    return article.metadata().modified().map(Seen::comparable).orElse("");
  }

  /** The same moment for all zones, where it has one. */
  public static String comparable(String date) {
    try {
      return java.time.OffsetDateTime.parse(date).toInstant().toString();
    } catch (java.time.DateTimeException e) {
      return date;
    }
  }

  private static UUID short16(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
  }
}
