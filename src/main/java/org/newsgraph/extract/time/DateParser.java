package org.newsgraph.extract.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.newsgraph.extract.time.TimeValue.InMonth;
import org.newsgraph.extract.time.TimeValue.InYear;
import org.newsgraph.extract.time.TimeValue.OnDate;

/**
 * Parser of dates, months and years: part of the grammar of {@link TimeExpressionParser}.
 *
 * @param cursor position, moved only if there is such an expression
 * @param reference the day on which the article was published; empty if unknown
 */
record DateParser(TokenCursor cursor, Optional<LocalDate> reference) {
  /**
   * Parses a day of a month.
   *
   * @param weekday the day of the week that the text names before it
   */
  Optional<TimeValue> date(Optional<DayOfWeek> weekday) {
    OptionalInt month = CalendarWords.month(cursor.spelling(0));
    if (month.isPresent()) {
      int dayAt = cursor.is(1, ".") ? 2 : 1;
      OptionalInt day = CalendarWords.dayOfMonth(cursor.word(dayAt));
      boolean range = "-–".contains(cursor.word(dayAt + 1)) && !cursor.word(dayAt + 1).isEmpty();
      if (day.isEmpty() || range) {
        return Optional.empty();
      }
      cursor.skip(dayAt + 1);
      return Optional.of(new OnDate(day.getAsInt(), month.getAsInt(), followingYear(), weekday));
    }
    int dayAt = cursor.is(0, "the") ? 1 : 0;
    OptionalInt day = CalendarWords.dayOfMonth(cursor.word(dayAt));
    int monthAt = dayAt + (cursor.is(dayAt + 1, "of") ? 2 : 1);
    OptionalInt ofMonth = CalendarWords.month(cursor.spelling(monthAt));
    if (day.isEmpty() || ofMonth.isEmpty()) {
      return Optional.empty();
    }
    boolean abbreviated =
        cursor.is(monthAt + 1, ".") && CalendarWords.year(cursor.word(monthAt + 2)).isPresent();
    cursor.skip(monthAt + (abbreviated ? 2 : 1));
    return Optional.of(new OnDate(day.getAsInt(), ofMonth.getAsInt(), followingYear(), weekday));
  }

  /** Parses the year of a date: ", 2019", "last year", "of this year". */
  private OptionalInt followingYear() {
    int of = cursor.is(0, "of") ? 1 : 0;
    boolean relative = TimeExpressionParser.isLast(cursor.word(of)) || cursor.is(of, "this");
    if (relative && cursor.is(of + 1, "year") && reference.isPresent()) {
      int yearsAgo = cursor.is(of, "this") ? 0 : 1;
      cursor.skip(of + 2);
      return OptionalInt.of(reference.get().getYear() - yearsAgo);
    }
    int comma = cursor.is(0, ",") ? 1 : of;
    OptionalInt year = CalendarWords.year(cursor.word(comma));
    cursor.skip(year.isPresent() ? comma + 1 : 0);
    return year;
  }

  /** Parses a month with its year, if there is one; "last March", "this March". */
  Optional<TimeValue> month() {
    boolean last = TimeExpressionParser.isLast(cursor.word(0));
    int first = last || cursor.is(0, "this") ? 1 : 0;
    OptionalInt month = CalendarWords.month(cursor.spelling(first));
    if (month.isEmpty() || CalendarWords.dayOfMonth(cursor.word(first + 1)).isPresent()) {
      return Optional.empty();
    }
    cursor.skip(first + 1);
    return Optional.of(new InMonth(month.getAsInt(), followingYear(), last));
  }

  Optional<TimeValue> year() {
    OptionalInt year = CalendarWords.year(cursor.word(0));
    cursor.skip(year.isPresent() ? 1 : 0);
    return year.isPresent() ? Optional.of(new InYear(year.getAsInt())) : Optional.empty();
  }
}
