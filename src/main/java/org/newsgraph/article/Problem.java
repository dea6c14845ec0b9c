package org.newsgraph.article;

import java.util.Optional;

/**
 * A problem with one article or with one source of articles.
 *
 * @param location location of the article or source
 * @param reason explanation and what to do about it, in one line
 * @param severity whether the article was lost
 * @param cause exception behind the problem, if the program may be at fault
 */
public record Problem(
    SourceLocation location, String reason, Severity severity, Optional<Throwable> cause) {
  /** Effect of a problem on the result. */
  public enum Severity {
    /** The article is missing from the result. */
    ERROR,
    /** The article was imported, but some of it may be missing or altered. */
    WARNING,
    /** The article was left out on purpose: by a filter, or because its format is not read. */
    SKIPPED
  }

  /**
   * Returns location and reason in one line, without control characters: "news.jsonl: line 12: no
   * id".
   */
  @Override
  public String toString() {
    return ((location.source().isEmpty() ? "" : location + ": ")
            + switch (severity) {
              case ERROR -> "";
              case WARNING -> "warning: ";
              case SKIPPED -> "skipped: ";
            }
            + reason)
        .replaceAll("\\p{Cntrl}+", " ");
  }
}
