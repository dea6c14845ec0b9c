package org.newsgraph.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/** Days of the calendar from the numbers in a date. */
final class CalendarDays {
  private CalendarDays() {}

  /**
   * Returns the day that a date in numbers means. With full stops, the day comes before the month.
   *
   * @param numeric match of three numbers (groups 1, 3 and 4) with separators (group 2)
   * @param weekday day of the week, from 1 for Monday, if the text gives it
   * @throws DateTimeException if there is no such day, or if several days are possible
   */
  static LocalDate inNumbers(MatchResult numeric, OptionalInt weekday) {
    int first = Integer.parseInt(numeric.group(1));
    int second = Integer.parseInt(numeric.group(3));
    if (numeric.group(1).length() == 4) {
      return of(first, second, Integer.parseInt(numeric.group(4)));
    }
    int year = year(numeric.group(4));
    List<LocalDate> readings =
        Stream.of(valid(year, second, first), valid(year, first, second), yearFirst(numeric))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    if (readings.isEmpty()) {
      throw new DateTimeException("there is no such day");
    }
    List<LocalDate> onWeekday =
        readings.stream()
            .filter(it -> weekday.isPresent() && it.getDayOfWeek().getValue() == weekday.getAsInt())
            .toList();
    if (readings.size() == 1 || onWeekday.size() == 1) {
      return readings.size() == 1 ? readings.get(0) : onWeekday.get(0);
    }
    if (numeric.group(2).contains(".")) {
      return readings.get(0);
    }
    throw new DateTimeException("day and month are ambiguous");
  }

  /** Returns the date that a year of two digits in front gives: "98/06/29". */
  private static Optional<LocalDate> yearFirst(MatchResult numeric) {
    boolean isDotted = numeric.group(2).contains(".");
    return numeric.group(4).length() <= 2 && !isDotted
        ? valid(
            year(numeric.group(1)),
            Integer.parseInt(numeric.group(3)),
            Integer.parseInt(numeric.group(4)))
        : Optional.empty();
  }

  private static Optional<LocalDate> valid(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Returns a day. Throws an exception with a message for users if there is no such day. */
  static LocalDate of(int year, int month, int day) {
    return valid(year, month, day).orElseThrow(() -> new DateTimeException("there is no such day"));
  }

  /** Returns a year; one of two digits lies between 1950 and 2049, as in RFC 5322. */
  static int year(String digits) {
    if (digits.length() != 2 && digits.length() != 4) {
      throw new DateTimeException(DateTextParser.UNKNOWN);
    }
    int year = Integer.parseInt(digits);
    return digits.length() == 4 ? year : year + (year < 50 ? 2000 : 1900);
  }
}
