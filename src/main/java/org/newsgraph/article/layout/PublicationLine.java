package org.newsgraph.article.layout;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.DatePatterns;
import org.newsgraph.article.Dates;

/**
 * A line of an article's header that gives the date of publication, the date of the last change, or
 * both.
 *
 * <table>
 * <caption>Forms</caption>
 * <tr><td>May 8, 2024</td><td>date alone</td></tr>
 * <tr><td>BRACKWATER, 8 May 2024</td><td>date after a place or a newspaper</td></tr>
 * <tr><td>Published: Wednesday, 8 May 2024 10:42</td><td>date with a label</td></tr>
 * <tr><td>10:42 AM EDT, May 8, 2024</td><td>time before the date</td></tr>
 * <tr><td>PUBLISHED: May 8, 2024 | UPDATED: May 9, 2024</td><td>two dates</td></tr>
 * </table>
 *
 * @param published date of publication, in ISO 8601
 * @param modified date of the last change, in ISO 8601
 */
record PublicationLine(Optional<String> published, Optional<String> modified) {
  /** Maximum length of a line, in UTF-16 code units. It also bounds the cost of the patterns. */
  private static final int MAX_LENGTH = 150;

  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])" + DatePatterns.DATE + "(?!\\p{N})", Pattern.CASE_INSENSITIVE);

  private static final Pattern TIME =
      Pattern.compile(
          "(?<!\\p{N})(?<hour>[01]?\\d|2[0-3])[:.](?<minute>[0-5]\\d)(?:[:.][0-5]\\d(?:[.,]\\d{1,9})?)?"
              + "(?!\\p{N})(?:\\s?(?<half>[AaPp])\\.?[Mm]\\b\\.?)?(?:\\s?\\(?(?<zone>[A-Z]{1,5}|[+-]\\d{2}:?\\d{2})\\b\\)?)?");

  private static final String CHANGE = "(?:last )?(?:updated|modified|revised)";

  private static final Pattern CHANGED = Pattern.compile("(?i)\\b" + CHANGE + "\\b");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)^\\W*(?:"
              + CHANGE
              + "|(?:first |originally )?(?:published|posted|filed)|dated?)\\b(?: online\\b)?");

  /** Separator between two dates or between a date and other text. */
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*[|•·\\n]\\s*|\\s[/–—-]\\s|(?i)(?<=\\W)(?<!\\blast )(?=" + CHANGE + "\\b)");

  private static final Pattern CONNECTION =
      Pattern.compile(
          "^(?:[\\s,.;:()]|at\\b|on\\b|" + DatePatterns.WEEKDAY + ")+|[\\s,.;:()T]+$",
          Pattern.CASE_INSENSITIVE);

  /** A place or newspaper before a date: in capitals, or before a comma. */
  private static final Pattern PLACE =
      Pattern.compile(
          "[\\p{Lu}.'’ -]{2,40},?\\s|(?:\\p{Lu}[\\p{L}.'’&-]{1,20}\\s){0,3}\\p{Lu}[\\p{L}.'’&-]{1,20},\\s");

  private static final Pattern READING_TIME =
      Pattern.compile("(?i)\\d{1,2}[ -]min(?:ute)?s?(?: read)?");

  /** Parses a paragraph. Returns empty if it contains anything other than dates and their place. */
  static Optional<PublicationLine> of(String paragraph) {
    if (paragraph.length() > MAX_LENGTH || !DATE.matcher(paragraph).find()) {
      return Optional.empty();
    }
    PublicationLine line = new PublicationLine(Optional.empty(), Optional.empty());
    for (String piece : SEPARATOR.split(paragraph, -1)) {
      Optional<PublicationLine> dates = ofPiece(piece);
      if (dates.isEmpty()) {
        return Optional.empty();
      }
      line = line.withFallback(dates.get());
    }
    return Optional.of(line);
  }

  /** Returns these dates, with missing ones filled in from the other line. */
  PublicationLine withFallback(PublicationLine other) {
    return new PublicationLine(published.or(other::published), modified.or(other::modified));
  }

  /** Finds a complete date in a byline: "By Ann Roe | May 8, 2024". */
  static Optional<PublicationLine> inByline(String byline) {
    Matcher day = DATE.matcher(byline);
    return day.find() && byline.length() <= MAX_LENGTH
        ? dated(byline.substring(0, day.start()), day.group(), byline.substring(day.end()))
        : Optional.empty();
  }

  private static Optional<PublicationLine> ofPiece(String piece) {
    Matcher day = DATE.matcher(piece);
    if (!day.find()) {
      boolean isOther =
          isBlank(TIME.matcher(piece).replaceFirst(""))
              || READING_TIME.matcher(piece).matches()
              || ArticleHeader.isPublisherName(piece);
      return isOther
          ? Optional.of(new PublicationLine(Optional.empty(), Optional.empty()))
          : Optional.empty();
    }
    String before = piece.substring(0, day.start());
    String after = piece.substring(day.end());
    String rest = LABEL.matcher(TIME.matcher(before).replaceFirst("")).replaceFirst("");
    boolean isAlone =
        (isBlank(rest) || PLACE.matcher(rest).matches())
            && isBlank(TIME.matcher(after).replaceFirst(""));
    return isAlone ? dated(before, day.group(), after) : Optional.empty();
  }

  private static boolean isBlank(String text) {
    return CONNECTION.matcher(text + " ").replaceAll("").isBlank();
  }

  private static Optional<PublicationLine> dated(String before, String day, String after) {
    Optional<String> date =
        Dates.toIso(day.replace(",", "").toLowerCase(Locale.ROOT))
            .map(iso -> iso + time(after).or(() -> time(before)).orElse(""));
    return date.map(
        it ->
            CHANGED.matcher(before).find()
                ? new PublicationLine(Optional.empty(), date)
                : new PublicationLine(date, Optional.empty()));
  }

  /** Returns the first time of day in a text as the end of a date and time in ISO 8601. */
  private static Optional<String> time(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.find()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(time.group("hour"));
    String half = time.group("half");
    if (half != null && hour <= 12) {
      hour = hour % 12 + (half.toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
    }
    LocalTime clock = LocalTime.of(hour, Integer.parseInt(time.group("minute")));
    boolean isUtc = time.group("zone") != null && time.group("zone").matches("Z|UTC|GMT");
    return Optional.of("T" + clock + ":00" + (isUtc ? "Z" : ""));
  }
}
