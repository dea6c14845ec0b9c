package org.newsgraph.extract.time;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.Optional;

/**
 * A range of days.
 *
 * @param first the first day
 * @param last the last day, inclusive
 */
record DateRange(LocalDate first, LocalDate last) {
  DateRange {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("range ends before it begins: " + first + ", " + last);
    }
  }

  static DateRange of(LocalDate day) {
    return new DateRange(day, day);
  }

  static DateRange of(YearMonth month) {
    return new DateRange(month.atDay(1), month.atEndOfMonth());
  }

  static DateRange of(Year year) {
    return new DateRange(year.atDay(1), year.atMonth(12).atEndOfMonth());
  }

  /** Returns the smallest day, month or year that includes the range, if one does. */
  Optional<Temporal> smallestUnit() {
    if (first.equals(last)) {
      return Optional.of(first);
    }
    if (first.getYear() != last.getYear()) {
      return Optional.empty();
    }
    return Optional.of(
        first.getMonth() == last.getMonth() ? YearMonth.from(first) : Year.from(first));
  }
}
