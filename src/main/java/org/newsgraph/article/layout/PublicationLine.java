package org.newsgraph.article.layout;

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
 * <tr><td>May 8, 2024, The Brackwater Post</td><td>date before a newspaper</td></tr>
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
          "(?<!\\p{N})(?:(?:[01]?\\d|2[0-3])[:.][0-5]\\d(?:[:.][0-5]\\d(?:[.,]\\d{1,9})?)?"
              + "(?!\\p{N})(?:\\s?[AaPp]\\.?[Mm]\\b\\.?)?|[01]?\\d\\s?[AaPp]\\.?[Mm]\\b\\.?)(?:\\s?\\(?(?:[A-Z]{1,5}|[+-]\\d{2}:?\\d{2})\\b\\)?)?");

  /** A year with text around it: a number alone may be anything. */
  private static final Pattern FOUR_DIGIT_YEAR =
      Pattern.compile("(?<!\\d)\\d{4}[^\\d]|[^\\d]\\d{4}(?!\\d)");

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

  /** Page of a newspaper after the date: ", p. 4", ", page A4". */
  private static final Pattern PAGE =
      Pattern.compile("(?i)[,;]?\\s*(?:pp?\\.|pg\\.|page)\\s?[A-Z]?\\d{1,3}(?:-\\d{1,3})?$");

  private static final Pattern READING_TIME =
      Pattern.compile("(?i)\\d{1,2}[ -]min(?:ute)?s?(?: read)?");

  /** Parses a paragraph. Returns empty if it contains anything other than dates and their place. */
  static Optional<PublicationLine> of(String line) {
    if (line.length() > MAX_LENGTH || line.chars().noneMatch(Character::isDigit)) {
      return Optional.empty();
    }
    String paragraph = PAGE.matcher(line).replaceFirst("");
    if (!DATE.matcher(paragraph).find()) {
      return inOtherForm(paragraph);
    }
    PublicationLine found = new PublicationLine(Optional.empty(), Optional.empty());
    for (String piece : SEPARATOR.split(paragraph, -1)) {
      Optional<PublicationLine> dates = ofPiece(piece);
      if (dates.isEmpty()) {
        return Optional.empty();
      }
      found = found.withFallback(dates.get());
    }
    return Optional.of(found);
  }

  /** Parses a line that is a date in another form: "29/06/2016 15:07", "29 juin 2016". */
  private static Optional<PublicationLine> inOtherForm(String paragraph) {
    String rest = LABEL.matcher(paragraph).replaceFirst("").replaceFirst("^[\\s:]+", "");
    return FOUR_DIGIT_YEAR.matcher(rest).find()
        ? Dates.toIso(rest).map(date -> of(date, CHANGED.matcher(paragraph).find()))
        : Optional.empty();
  }

  private static PublicationLine of(String date, boolean isChange) {
    return isChange
        ? new PublicationLine(Optional.empty(), Optional.of(date))
        : new PublicationLine(Optional.of(date), Optional.empty());
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
          isBlank(LABEL.matcher(TIME.matcher(piece).replaceFirst("")).replaceFirst(""))
              || READING_TIME.matcher(piece).matches()
              || ArticleHeader.isPublisherName(piece);
      return isOther
          ? Optional.of(new PublicationLine(Optional.empty(), Optional.empty()))
          : Optional.empty();
    }
    String before = piece.substring(0, day.start());
    String after = piece.substring(day.end());
    String rest = LABEL.matcher(TIME.matcher(before).replaceFirst("")).replaceFirst("");
    String restAfter =
        CONNECTION.matcher(TIME.matcher(after).replaceFirst("") + " ").replaceAll("").strip();
    boolean isAlone =
        (isBlank(rest) || PLACE.matcher(rest).matches())
            && (isBlank(restAfter) || ArticleHeader.isNewspaperName(restAfter));
    return isAlone ? dated(before, day.group(), after) : Optional.empty();
  }

  private static boolean isBlank(String text) {
    return CONNECTION.matcher(text + " ").replaceAll("").isBlank();
  }

  private static Optional<PublicationLine> dated(String before, String day, String after) {
    String date = day.replace(",", "").toLowerCase(Locale.ROOT);
    return time(after)
        .or(() -> time(before))
        .flatMap(time -> Dates.toIso(date + " " + time))
        .or(() -> Dates.toIso(date))
        .map(iso -> of(iso, CHANGED.matcher(before).find()));
  }

  /** Returns the first time of day in a text, with its zone. */
  private static Optional<String> time(String text) {
    Matcher time = TIME.matcher(text);
    return time.find() ? Optional.of(time.group()) : Optional.empty();
  }
}
