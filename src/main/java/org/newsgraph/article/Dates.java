package org.newsgraph.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts dates as written by sites, agencies and archives to ISO 8601. Dates that are already in
 * ISO 8601 are unchanged. A time without a zone stays without one. Zone abbreviations ("EST") are
 * dropped, because several zones share them.
 */
public final class Dates {
  private static final List<DateTimeFormatter> ISO_FORMATS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.ISO_LOCAL_DATE_TIME);

  private static final String OFFSET = "[ ][XXX][XX][X]";

  private static final List<DateTimeFormatter> OTHER_FORMATS =
      List.of(
          english("yyyy-MM-dd'T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS]" + OFFSET),
          english("yyyy-MM-dd HH:mm[:ss][.SSSSSS][.SSS]" + OFFSET),
          english("yyyyMMdd'T'HHmm[ss]" + OFFSET),
          english("yyyyMMddHHmmss"),
          english("yyyyMMdd[XX][X]"),
          english("yyyy/MM/dd[ HH:mm[:ss]]"),
          english("[EEEE, ][EEE, ]d MMM yyyy HH:mm[:ss]" + OFFSET),
          english("EEE MMM d HH:mm:ss yyyy"),
          english("[EEEE, ][EEE, ][EEEE ]d [MMMM][MMM] yyyy[[,] H:mm[:ss]]"),
          english("[EEEE, ][EEE, ]MMMM d[,] yyyy[[,] EEEE][[,] h:mm a][[,] H:mm]"),
          english("[EEEE, ][EEE, ]MMM d[,] yyyy[[,] EEEE][[,] h:mm a][[,] H:mm]"));

  private static final Pattern DATE_IN_PATH =
      Pattern.compile("/((?:19|20)\\d\\d)/(\\d\\d?|[a-z]{3})/(\\d\\d?)(?:/|$)");

  private Dates() {}

  /** Returns the date in ISO 8601, or empty if the text is not a date. */
  public static Optional<String> toIso(String text) {
    if (text == null || text.length() > 100) {
      return Optional.empty();
    }
    String date = text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    if (ISO_FORMATS.stream().anyMatch(format -> parse(format, date).isPresent())) {
      return Optional.of(date);
    }
    String cleaned =
        date.replaceAll("(?i)\\bGMT(?=[+-])", "")
            .replaceAll("\\s*\\b(?:GMT|UTC|UT)$", " +0000")
            .replaceAll("\\s*\\b(?!AM\\b|PM\\b)[A-Z]{3,4}(?= \\d{4}$|$)", "")
            .replaceAll("(?i)\\bSept\\b", "Sep")
            .replaceAll("(?<=\\p{L}{3})\\.", "")
            .replaceAll("(?<=\\d)(?:st|nd|rd|th)\\b", "")
            .strip();
    return OTHER_FORMATS.stream()
        .flatMap(format -> parse(format, cleaned).stream())
        .findFirst()
        .map(Dates::toIso);
  }

  /** Returns the date in the path of a URL, if there is one: "/2015/03/18/" or "/2019/jan/03/". */
  public static Optional<String> fromUrl(String url) {
    Matcher day = DATE_IN_PATH.matcher(url.toLowerCase(Locale.ROOT));
    if (!day.find()) {
      return Optional.empty();
    }
    String month = day.group(2);
    String pattern = month.length() == 3 ? "d MMM yyyy" : "d M yyyy";
    return parse(english(pattern), day.group(3) + " " + month + " " + day.group(1))
        .map(Dates::toIso);
  }

  private static String toIso(TemporalAccessor date) {
    if (date instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    return date instanceof LocalDateTime time
        ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time)
        : DateTimeFormatter.ISO_LOCAL_DATE.format(date);
  }

  private static Optional<TemporalAccessor> parse(DateTimeFormatter format, String text) {
    try {
      return Optional.of(
          format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DateTimeFormatter english(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }
}
