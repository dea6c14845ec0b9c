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
    String zone = date.group(3) == null ? "" : date.group(3);
    return Dates.toIso(date.group(1).strip())
        .map(it -> withTime(it, date.group(2), zone.matches("GMT|UTC|UT") ? "Z" : ""));
  }

  /**
   * Returns a day with a time of day.
   *
   * @param day date in ISO 8601
   * @param time time as written ("9:05 PM"), or null
   * @param offset offset from UTC in ISO 8601, or an empty string
   */
  static String withTime(String day, String time, String offset) {
    if (time == null || day.contains("T")) {
      return day;
    }
    Matcher parts =
        Pattern.compile("(\\d{1,2}):(\\d\\d)(?::(\\d\\d))?\\s*([AaPp]?)\\.?[Mm]?\\.?")
            .matcher(time.strip());
    if (!parts.matches()) {
      return day;
    }
    int hour = Integer.parseInt(parts.group(1));
    if (!parts.group(4).isEmpty()) {
      hour = hour % 12 + (parts.group(4).equalsIgnoreCase("p") ? 12 : 0);
    }
    String second = parts.group(3) == null ? "00" : parts.group(3);
    String iso =
        String.format(
            java.util.Locale.ROOT, "%sT%02d:%s:%s%s", day, hour, parts.group(2), second, offset);
    return Dates.toIso(iso).orElse(day);
  }
}
