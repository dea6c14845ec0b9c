package org.newsgraph.export;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Parses the day of a publication date. */
public final class Day {
  private Day() {}

  /**
   * Returns the day of {@code 2016-10-12} or {@code 2016-10-12T08:00:00Z}, or the first day of a
   * month or a year; empty if the text is not a date.
   */
  public static Optional<LocalDate> of(String date) {
    String day =
        switch (date.length()) {
          case 4 -> date + "-01-01";
          case 7 -> date + "-01";
          default -> date.substring(0, Math.min(10, date.length()));
        };
    try {
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
