package org.newsgraph.store;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What one article tells of a person, as far as it helps to tell two people of one name apart.
 *
 * @param article the article's id
 * @param date when it was published, where that is known; of a year or month its first day
 * @param kind what is told
 * @param value the same for all that agree: the party, the name of the place, "m" or "f"
 * @param words the article's own
 */
public record Evidence(
    String article, Optional<LocalDate> date, Kind kind, String value, String words) {
  /** What an article can tell of a person. */
  public enum Kind {
    /** How old, in years. */
    AGE,
    /** Of which party. */
    PARTY,
    /** In which field of life the person works: "sport", "politics". */
    FIELD,
    GENDER,
    BIRTHPLACE,
    BASE
  }
}
