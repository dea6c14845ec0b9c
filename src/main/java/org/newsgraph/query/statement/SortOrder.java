package org.newsgraph.query.statement;

import java.util.Arrays;
import java.util.Locale;
import org.newsgraph.query.InvalidSearchException;

/** The order of statements. */
public enum SortOrder {
  NEWEST("Newest first"),
  OLDEST("Oldest first"),
  SUREST("Highest confidence first"),
  UNSUREST("Lowest confidence first"),
  SPEAKER("By speaker");

  private final String title;

  SortOrder(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** Returns the value of the parameter {@code order} in addresses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tests whether this is an order by date of publication. */
  boolean isByDate() {
    return this == NEWEST || this == OLDEST;
  }

  /**
   * Returns the order with a code.
   *
   * @throws InvalidSearchException if there is none
   */
  static SortOrder of(String code) {
    return Arrays.stream(values())
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSearchException(
                    "order must be newest, oldest, surest, unsurest or speaker"));
  }
}
