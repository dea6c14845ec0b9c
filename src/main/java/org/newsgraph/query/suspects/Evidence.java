package org.newsgraph.query.suspects;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A fact in one article about a person, which helps to distinguish people with the same name.
 *
 * @param article id of the article
 * @param date publication date, if known; the first day if only the year or month is known
 * @param kind kind of fact
 * @param value normalized value, equal for facts that agree: the party, the name of the place, "m"
 *     or "f"
 * @param words the fact in the article's words
 */
public record Evidence(
    String article, Optional<LocalDate> date, Trait kind, String value, String words) {
  /** Kinds of distinguishing facts. */
  public enum Trait {
    /** Age in years. */
    AGE,
    /** Political party. */
    PARTY,
    /** Occupational field: "sport", "politics". */
    FIELD,
    GENDER,
    BIRTHPLACE,
    BASE
  }
}
