package org.newsgraph.article;

import java.util.Optional;

/**
 * Something that went wrong with one article, or with one source of them.
 *
 * @param place where
 * @param reason what is wrong and what to do about it, in one line
 * @param cause what the program stumbled over, where the fault may be its own
 */
public record Problem(
    SourceLocation place, String reason, Severity severity, Optional<Throwable> cause) {
  /** What a problem costs. */
  public enum Severity {
    /** The article is missing from the result. */
    ERROR,
    /** The article is there, perhaps not quite as it was meant. */
    WARNING
  }

  /** "news.jsonl: line 12: no id". */
  @Override
  public String toString() {
    return (place.source().isEmpty() ? "" : place + ": ")
        + (severity == Severity.WARNING ? "warning: " : "")
        + reason;
  }
}
