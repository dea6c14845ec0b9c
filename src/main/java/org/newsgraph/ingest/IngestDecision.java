package org.newsgraph.ingest;

import java.util.Optional;
import org.newsgraph.article.Article;
import org.newsgraph.article.DuplicateTracker;
import org.newsgraph.article.DuplicateTracker.Occurrence;

/** Decides whether an article that was read is stored. */
public enum IngestDecision {
  /** A new article. */
  ADD,
  /** Another version of a stored article, or a later version of an earlier article of the build. */
  REPLACE,
  /** The article is stored already, in this or a later version. */
  UNCHANGED,
  /** A copy of an earlier article of the build, or an earlier version of it. */
  REPEATED,
  /** A different article with the identifier of an earlier article of the build. */
  ID_CONFLICT;

  /**
   * State of an article in a database.
   *
   * @param digest digest of the stored article, if there is one
   * @param modified modification date of the stored article, if it has one
   */
  public record Stored(Optional<String> digest, Optional<String> modified) {
    /** The database does not have the article. */
    public static final Stored NOTHING = new Stored(Optional.empty(), Optional.empty());
  }

  /**
   * Decides about an article.
   *
   * @param digest digest of the article
   * @param occurrence relation to the earlier articles of the build
   * @param stored what the database holds of it
   */
  public static IngestDecision decide(
      Article article, String digest, Occurrence occurrence, Stored stored) {
    return switch (occurrence) {
      case CLASH -> ID_CONFLICT;
      case REPEATED, OLDER -> REPEATED;
      case FIRST, NEWER -> {
        if (stored.digest().equals(Optional.of(digest)) || isOlder(article, stored)) {
          yield UNCHANGED;
        }
        yield occurrence == Occurrence.NEWER || stored.digest().isPresent() ? REPLACE : ADD;
      }
    };
  }

  /** Tests whether the database has a later version of an article. */
  private static boolean isOlder(Article article, Stored stored) {
    String version = DuplicateTracker.version(article);
    return stored.digest().isPresent()
        && !version.isEmpty()
        && stored.modified().map(DuplicateTracker::toUtc).orElse("").compareTo(version) > 0;
  }

  /** Tests whether the article is to be processed and stored. */
  public boolean isStored() {
    return this == ADD || this == REPLACE;
  }
}
