package org.newsgraph.extract.time;

import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.article.WordLists;

/** The words of the calendar: months, days, units and small numbers. */
final class CalendarWords {
  private static final Map<String, Map<String, String>> TABLE =
      WordLists.rows(CalendarWords.class, "calendar-words.tsv").stream()
          .collect(
              Collectors.groupingBy(
                  (List<String> row) -> row.get(0),
                  Collectors.toMap(row -> row.get(1), row -> row.get(2))));

  private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?");
  private static final Pattern YEAR = Pattern.compile("(?:1[89]|20)\\d\\d");
  private static final int MAX_DAY = 31;

  private CalendarWords() {}

  /** Returns the number of a month from 1; a month has an initial capital. */
  static OptionalInt month(String word) {
    return startsWithCapital(word) ? number("month", word) : OptionalInt.empty();
  }

  static Optional<DayOfWeek> weekday(String word) {
    return startsWithCapital(word) ? value("weekday", word, DayOfWeek::valueOf) : Optional.empty();
  }

  /** Returns the day of a month: "7" or "7th". */
  static OptionalInt dayOfMonth(String word) {
    Matcher digits = DAY.matcher(word.toLowerCase(Locale.ROOT));
    int day = digits.matches() ? Integer.parseInt(digits.group(1)) : 0;
    return day >= 1 && day <= MAX_DAY ? OptionalInt.of(day) : OptionalInt.empty();
  }

  static OptionalInt year(String word) {
    return YEAR.matcher(word).matches()
        ? OptionalInt.of(Integer.parseInt(word))
        : OptionalInt.empty();
  }

  /** Returns a unit of an interval: "days", "week". */
  static Optional<ChronoUnit> unit(String word) {
    return value("unit", word, ChronoUnit::valueOf);
  }

  /** Returns a small number: "two", "a", "12". */
  static OptionalInt count(String word) {
    return word.matches("\\d{1,2}")
        ? OptionalInt.of(Integer.parseInt(word))
        : number("count", word);
  }

  /** Returns the number of days between the reference day and "yesterday", "today" or "tonight". */
  static OptionalInt daysAgo(String word) {
    return number("days-ago", word);
  }

  /** Tests whether a word is of a class: "part-of-day", "part-of-period" or "hedge". */
  static boolean is(String wordClass, String word) {
    return TABLE.getOrDefault(wordClass, Map.of()).containsKey(word.toLowerCase(Locale.ROOT));
  }

  private static OptionalInt number(String wordClass, String word) {
    return value(wordClass, word, Integer::valueOf)
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  private static <T> Optional<T> value(String wordClass, String word, Function<String, T> reader) {
    return Optional.ofNullable(TABLE.get(wordClass).get(word.toLowerCase(Locale.ROOT))).map(reader);
  }

  private static boolean startsWithCapital(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
  }
}
