package org.newsgraph.article.press;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Dates;

/** Dates as press archives write them, with the time of day and words for the edition. */
final class ArchiveDates {
  private static final Pattern YEAR = Pattern.compile(".*\\b(?:18|19|20)\\d\\d\\b.*");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?i),?\\s*\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b,?(?=\\s|$)|^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s+");

  /** A date up to its year or time of day, and the text after it. */
  private static final Pattern DATE =
      Pattern.compile(
          "(.*?\\b(?:18|19|20)\\d\\d)(?:,?\\s+(?:at )?(\\d{1,2}:\\d\\d(?::\\d\\d)?(?:\\s*[AaPp]\\.?[Mm]\\.?)?)(?:\\s+([A-Z]{2,5}))?)?[,;]?\\s*(.*)");

  static final Pattern EDITION =
      Pattern.compile("(?i).*\\b(?:edition|final|correction appended|section|region|\\w+day)\\b.*");

  private static final Pattern UTC = Pattern.compile("GMT|UTC|UT");

  private static final int MAX_LENGTH = 100;

  private ArchiveDates() {}

  /**
   * Returns the date that a line consists of, in ISO 8601, or empty if the line contains anything
   * but a date, a time of day and the name of an edition.
   */
  static Optional<String> toIso(String line) {
    if (line.length() > MAX_LENGTH || !YEAR.matcher(line).matches()) {
      return Optional.empty();
    }
    Optional<String> day = Dates.toIso(line);
    if (day.filter(it -> !it.contains("T")).isPresent()) {
      return day;
    }
    Matcher date = DATE.matcher(WEEKDAY.matcher(line.strip()).replaceAll(""));
    if (!date.matches() || !(date.group(4).isEmpty() || EDITION.matcher(date.group(4)).matches())) {
      return Optional.empty();
    }
    // Archives write "EST" all year round, so that other zones are not certain.
    String zone = UTC.matcher(String.valueOf(date.group(3))).matches() ? date.group(3) : "";
    return Dates.toIso(date.group(1).strip()).map(it -> withTime(it, date.group(2), zone));
  }

  /**
   * Returns a day with a time of day.
   *
   * @param day date in ISO 8601
   * @param time time as written ("9:05 PM"), or null
   * @param zone abbreviation of the time zone, or an empty string
   * @return date and time in ISO 8601, or the day alone if the time is not one
   */
  static String withTime(String day, String time, String zone) {
    return time == null || day.contains("T")
        ? day
        : Dates.toIso(day + " " + time.strip() + " " + zone).orElse(day);
  }
}
