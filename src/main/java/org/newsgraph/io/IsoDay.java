package org.newsgraph.io;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The day of an ISO 8601 date. */
public final class IsoDay {
  private static final int LENGTH = "2016-10-12".length();

  private IsoDay() {}

  /** Returns the date without its time: "2016-10-12" of "2016-10-12T08:00:00Z". */
  public static String of(String date) {
    return date.substring(0, Math.min(LENGTH, date.length()));
  }

  /** Tests whether a date has the precision of a day: not "2016" or "2016-10". */
  public static boolean isDay(String date) {
    return date.length() >= LENGTH;
  }

  /**
   * Parses the day of {@code 2016-10-12} or {@code 2016-10-12T08:00:00Z}; of a month or a year its
   * first day. Returns empty if the text is not a date.
   */
  public static Optional<LocalDate> parse(String date) {
    String day =
        switch (date.length()) {
          case 4 -> date + "-01-01";
          case 7 -> date + "-01";
          default -> of(date);
        };
    try {
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
