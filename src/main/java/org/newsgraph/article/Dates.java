package org.newsgraph.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts dates as written by sites, feeds, agencies and archives to ISO 8601, for all formats of
 * sources alike:
 *
 * <table>
 * <caption>Forms</caption>
 * <tr><td>2024-05-08T10:42:00+02:00</td><td>ISO 8601: unchanged, in upper case</td></tr>
 * <tr><td>Wed, 8 May 2024 10:42:00 +0200 (CEST)</td><td>RFC 822, with or without its parts</td></tr>
 * <tr><td>8 mai 2024, May 8th, 2024, 8. Mai 2024</td><td>month names in 33 languages</td></tr>
 * <tr><td>1715157720, 1715157720000</td><td>Unix time in seconds, milliseconds or microseconds
 * </td></tr>
 * <tr><td>29/06/2016, 2016/6/29</td><td>numbers, if only one reading is a day</td></tr>
 * <tr><td>06.07.2016, 6.7.16</td><td>numbers with full stops: the day comes first</td></tr>
 * </table>
 *
 * <p>A time without a zone stays without one; an abbreviation that several zones share ("IST") is
 * dropped. A date that a system writes for lack of one (1 January 1970, the year 1) is not a date.
 */
public final class Dates {
  /** Maximum length of a date, in UTF-16 code units. */
  static final int MAX_LENGTH = 100;

  private static final List<DateTimeFormatter> ISO_FORMATS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.ISO_LOCAL_DATE_TIME);

  private static final Pattern COMPACT_TO_THE_MINUTE =
      Pattern.compile(
          "(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[01]\\d|2[0-3])[0-5]\\d");

  private static final Pattern UNIX_TIME =
      Pattern.compile(
          "(?:/Date\\()?(?<value>-?\\d{9,11}|-?\\d{12,13}|\\d{16}|0)(?:\\.\\d{1,9})?(?:[+-]\\d{4})?(?:\\)/)?");

  private static final Pattern DATE_IN_PATH =
      Pattern.compile("/((?:19|20)\\d\\d)/(\\d\\d?|[a-z]{3})/(\\d\\d?)(?:/|$)");

  private Dates() {}

  /** Returns the date in ISO 8601, or empty if the text is not a date. */
  public static Optional<String> toIso(String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Explains why a text is not taken for a date, in words that complete a sentence: "its format is
   * unknown". Returns empty if it is a date.
   */
  public static Optional<String> explainProblem(String text) {
    try {
      parse(text);
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Returns the date in the path of a URL, if there is one: "/2015/03/18/" or "/2019/jan/03/". */
  public static Optional<String> fromUrl(String url) {
    Matcher day = DATE_IN_PATH.matcher(url.toLowerCase(Locale.ROOT));
    if (!day.find()) {
      return Optional.empty();
    }
    String separator = day.group(2).length() == 3 ? " " : "-";
    return toIso(day.group(1) + separator + day.group(2) + separator + day.group(3));
  }

  private static String parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new DateTimeException("it is too long for a date");
    }
    String date = text.strip();
    Optional<DateFields> iso = iso(date);
    if (iso.isPresent()) {
      iso.get().plausible();
      return date.toUpperCase(Locale.ROOT);
    }
    return unixTime(date).orElseGet(() -> DateTextParser.parse(date)).plausible().toIso();
  }

  private static Optional<DateFields> iso(String text) {
    for (DateTimeFormatter format : ISO_FORMATS) {
      try {
        return Optional.of(
            fields(
                format.parseBest(
                    text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
      } catch (DateTimeException e) {
        // The next format may fit.
      }
    }
    return Optional.empty();
  }

  private static DateFields fields(TemporalAccessor date) {
    if (date instanceof OffsetDateTime time) {
      return new DateFields(
          time.toLocalDate(), Optional.of(time.toLocalTime()), Optional.of(time.getOffset()));
    }
    return date instanceof LocalDateTime time
        ? new DateFields(time.toLocalDate(), Optional.of(time.toLocalTime()), Optional.empty())
        : new DateFields(LocalDate.from(date), Optional.empty(), Optional.empty());
  }

  /** Returns the time that a number of seconds, milliseconds or microseconds since 1970 means. */
  private static Optional<DateFields> unixTime(String text) {
    Matcher number = UNIX_TIME.matcher(text);
    if (!number.matches() || COMPACT_TO_THE_MINUTE.matcher(text).matches()) {
      return Optional.empty();
    }
    String digits = number.group("value");
    int length = digits.replace("-", "").length();
    ChronoUnit unit =
        length <= 11 ? ChronoUnit.SECONDS : length <= 13 ? ChronoUnit.MILLIS : ChronoUnit.MICROS;
    return Optional.of(DateFields.of(Instant.EPOCH.plus(Long.parseLong(digits), unit)));
  }
}
