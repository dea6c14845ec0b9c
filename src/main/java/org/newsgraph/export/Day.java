package org.newsgraph.export;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The day in a date of the graph. */
public final class Day {
  private Day() {}

  /**
   * The day of {@code 2016-10-12} or {@code 2016-10-12T08:00:00Z}; of a month or a year its first.
   */
  public static Optional<LocalDate> of(String date) {
    String whole =
        switch (date.length()) {
          case 4 -> date + "-01-01";
          case 7 -> date + "-01";
          default -> date.substring(0, Math.min(10, date.length()));
        };
    try {
      return Optional.of(LocalDate.parse(whole));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
