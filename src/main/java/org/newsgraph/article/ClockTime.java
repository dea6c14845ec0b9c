package org.newsgraph.article;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A time of day in a date, with its offset from UTC.
 *
 * @param time time of day
 * @param isEndOfDay whether the text gives 24:00, which is midnight of the next day
 * @param zone offset behind the time, if there is one
 * @param rest text without the time and its offset
 */
record ClockTime(LocalTime time, boolean isEndOfDay, Optional<ZoneOffset> zone, String rest) {
  /** Hours, minutes and seconds: "9:26:53 p.m.", "9h26". */
  static final Pattern WITH_COLON =
      Pattern.compile(
          "(?<![\\d:.+-])(?<hour>\\d{1,2})(?::|\\s?[hH])(?<minute>\\d{2})"
              + "(?::(?<second>\\d{2})(?:[.,:](?<fraction>\\d{1,9}))?)?(?![\\d:])"
              + "(?:\\s?(?<half>[AaPp])\\.?\\s?[Mm]\\b\\.?)?");

  /** Hours and minutes with a full stop between them: "9.26". */
  static final Pattern WITH_DOT =
      Pattern.compile(
          "(?<![\\d.])(?<hour>\\d{1,2})\\.(?<minute>\\d{2})(?:\\.(?<second>\\d{2}))?(?<fraction>(?!))?(?![\\d.])"
              + "(?:\\s?(?<half>[AaPp])\\.?\\s?[Mm]\\b\\.?)?");

  /** Hour alone: "9 PM", "9h", "9 Uhr". */
  static final Pattern HOUR =
      Pattern.compile(
          "(?<![\\d:.,/-])(?<hour>\\d{1,2})(?<minute>(?!))?(?<second>(?!))?(?<fraction>(?!))?\\s?"
              + "(?:(?<half>[AaPp])\\.?\\s?[Mm]\\b\\.?|[hH]\\b|(?=[Uu]hr\\b))");

  /** Offset after a time: "+0300", " GMT+1", "-05:00". */
  private static final Pattern OFFSET =
      Pattern.compile(
          "\\A(?:\\s?(?:GMT|UTC|UT)\\s?([+-]\\d{1,2})(?::?(\\d{2}))?"
              + "|\\s?([+-]\\d{2}):?(\\d{2})|([+-]\\d{2})|\\s(\\+\\d{2}))(?!\\d)");

  /**
   * Finds the first time in a text.
   *
   * @param pattern one of this class's patterns
   * @throws DateTimeException if there is no such time of day, such as 25:00
   */
  static Optional<ClockTime> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(matcher.group("hour"));
    int minute = number(matcher.group("minute"));
    int second = Math.min(59, number(matcher.group("second")));
    String half = matcher.group("half");
    if (half != null && hour <= 12) {
      hour = hour % 12 + (half.toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
    }
    boolean isEndOfDay = hour == 24 && minute == 0 && second == 0;
    String fraction = matcher.group("fraction");
    int nano = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    LocalTime time = time(isEndOfDay ? 0 : hour, minute, second, nano);
    String after = text.substring(matcher.end());
    Matcher offset = OFFSET.matcher(after);
    boolean hasOffset = offset.find();
    String rest =
        text.substring(0, matcher.start())
            + " "
            + (hasOffset ? after.substring(offset.end()) : after);
    return Optional.of(
        new ClockTime(time, isEndOfDay, hasOffset ? offset(offset) : Optional.empty(), rest));
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static LocalTime time(int hour, int minute, int second, int nano) {
    try {
      return LocalTime.of(hour, minute, second, nano);
    } catch (DateTimeException e) {
      throw new DateTimeException("there is no such time of day", e);
    }
  }

  private static Optional<ZoneOffset> offset(Matcher offset) {
    List<String> parts =
        Stream.of(1, 3, 5, 6, 2, 4).map(offset::group).filter(it -> it != null).toList();
    int hours = Integer.parseInt(parts.get(0));
    int minutes = parts.size() < 2 ? 0 : Integer.parseInt(parts.get(1));
    try {
      return Optional.of(
          ZoneOffset.ofHoursMinutes(hours, parts.get(0).startsWith("-") ? -minutes : minutes));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
