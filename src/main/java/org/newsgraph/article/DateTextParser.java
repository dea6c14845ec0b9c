package org.newsgraph.article;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a date in any order and language: first the time of day and its zone are taken out of the
 * text, then a date in numbers, then the words and numbers that remain. A text with anything else
 * in it is not a date.
 */
final class DateTextParser {
  static final String UNKNOWN = "its format is unknown";

  /** Year, month and day without separators, alone or with a time. */
  private static final Pattern COMPACT =
      Pattern.compile(
          "((?:1[6-9]|20)\\d\\d)(0[1-9]|1[0-2])([0-3]\\d)"
              + "(?: ?([0-2]\\d)([0-5]\\d)([0-5]\\d)?(?:[.,]\\d{1,9})?)? ?(Z|[+-]\\d{2}:?\\d{2})?");

  private static final Pattern EAST_ASIAN =
      Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]");

  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<![\\d./-])(\\d{4}|\\d{1,2})(\\s?[./-]\\s?)(\\d{1,2})\\2(\\d{4}|\\d{1,2})(?!\\d)\\.?");

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<number>\\d+)(?:(?i:st|nd|rd|th|er|re|ère|e|o|a|:a|:e)(?![\\p{L}\\d])|\\.)?"
              + "|(?<word>\\p{L}\\p{M}*(?:[\\p{L}\\p{M}]|['’-](?=\\p{L}))*)"
              + "|[\\s,.;:|/'’–—-]");

  private static final Pattern REGION =
      Pattern.compile(" ?\\[(?<enclosed>[\\w/+-]*)\\]$| (?<bare>\\p{Lu}\\w+/[\\w/+-]+)$");

  private static final Pattern ZONE = Pattern.compile("[A-Z]{1,5}");

  private final String source;
  private String rest;
  private Optional<ClockTime> clock = Optional.empty();
  private Optional<ZoneOffset> zone = Optional.empty();
  private Optional<ZoneId> region = Optional.empty();
  private LocalDate date;
  private OptionalInt month = OptionalInt.empty();

  /** Month of a word that is a day of the week in another language: "mar". */
  private OptionalInt monthOrWeekday = OptionalInt.empty();

  private OptionalInt weekday = OptionalInt.empty();

  private DateTextParser(String source) {
    this.source = source;
  }

  /**
   * Returns the date, with the time and the zone that the text gives.
   *
   * @throws DateTimeException if the text is not a date; its message completes a sentence: "it is
   *     ambiguous"
   */
  static DateFields parse(String text) {
    return new DateTextParser(text).parse();
  }

  private DateFields parse() {
    rest =
        Normalizer.normalize(source, Normalizer.Form.NFKC)
            .replaceAll("\\p{Cf}", "")
            .replaceAll("[\\s\\p{Z}]+", " ")
            .replaceAll("(?<=\\d)[Tt](?=\\d)", " ")
            .replaceAll("(?i)\\b(?:12 )?noon\\b", "12:00")
            .strip();
    takeRegion();
    rest = EAST_ASIAN.matcher(rest).replaceFirst("$1-$2-$3 ");
    Matcher compact = COMPACT.matcher(rest);
    if (compact.matches()) {
      rest = spread(compact);
    }
    takeTime(ClockTime.WITH_COLON);
    takeComments();
    Optional<MatchResult> numeric = take(NUMERIC);
    takeTime(ClockTime.WITH_DOT);
    takeTime(ClockTime.HOUR);
    readTokens(numeric);
    boolean isNextDay = clock.filter(ClockTime::isEndOfDay).isPresent();
    LocalDate day = isNextDay ? date.plusDays(1) : date;
    Optional<LocalTime> time = clock.map(ClockTime::time);
    Optional<ZoneOffset> inRegion =
        region.flatMap(it -> time.map(at -> it.getRules().getOffset(day.atTime(at))));
    return new DateFields(day, time, zone.or(() -> inRegion));
  }

  /** Removes the name of a region with its own time, alone or in brackets: "[Europe/Paris]". */
  private void takeRegion() {
    Matcher name = REGION.matcher(rest);
    if (name.find()) {
      boolean isEnclosed = name.group("enclosed") != null;
      region =
          Optional.of(name.group(isEnclosed ? "enclosed" : "bare"))
              .filter(ZoneId.getAvailableZoneIds()::contains)
              .map(ZoneId::of);
      rest = isEnclosed || region.isPresent() ? rest.substring(0, name.start()) : rest;
    }
  }

  private static String spread(Matcher compact) {
    String clock =
        compact.group(4) == null
            ? ""
            : " "
                + compact.group(4)
                + ":"
                + compact.group(5)
                + (compact.group(6) == null ? "" : ":" + compact.group(6))
                + (compact.group(7) == null ? "" : compact.group(7));
    return compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3) + clock;
  }

  /** Removes the first match from the text. */
  private Optional<MatchResult> take(Pattern pattern) {
    Matcher matcher = pattern.matcher(rest);
    if (!matcher.find()) {
      return Optional.empty();
    }
    MatchResult found = matcher.toMatchResult();
    rest = rest.substring(0, found.start()) + " " + rest.substring(found.end());
    return Optional.of(found);
  }

  private void takeTime(Pattern pattern) {
    if (clock.isEmpty()) {
      clock = ClockTime.find(pattern, rest);
      clock.ifPresent(
          it -> {
            rest = it.rest();
            zone = it.zone();
          });
    }
  }

  /** Removes comments in parentheses. A zone in parentheses counts unless there is an offset. */
  private void takeComments() {
    rest = rest.replaceAll("\\(\\s?([A-Z]{1,5})\\s?\\)", " $1 ").replaceAll("\\([^()]*\\)", " ");
  }

  private void readTokens(Optional<MatchResult> numeric) {
    List<String> numbers = new ArrayList<>();
    int end = 0;
    for (Matcher token = TOKEN.matcher(rest); token.find(); ) {
      if (token.start() != end) {
        throw new DateTimeException(UNKNOWN);
      }
      end = token.end();
      if (token.group("number") != null) {
        numbers.add(token.group("number"));
      } else if (token.group("word") != null) {
        readWord(token.group("word"));
      }
    }
    OptionalInt named = month.isPresent() ? month : monthOrWeekday;
    if (end == rest.length() && numeric.isPresent() && numbers.isEmpty() && month.isEmpty()) {
      date = CalendarDays.inNumbers(numeric.get(), weekday);
    } else if (end == rest.length()
        && numeric.isEmpty()
        && numbers.size() == 2
        && named.isPresent()) {
      date = namedDate(numbers, named.getAsInt());
    } else {
      throw new DateTimeException(UNKNOWN);
    }
  }

  private void readWord(String word) {
    OptionalInt named = DateWords.month(word);
    OptionalInt day = DateWords.weekdayOrFiller(word);
    boolean hasMonth = month.isPresent() || monthOrWeekday.isPresent();
    boolean isZone = clock.isPresent() && ZONE.matcher(word).matches();
    if (isZone && hasMonth && DateWords.zone(word).isPresent()) {
      zone = zone.or(() -> DateWords.zone(word));
    } else if (named.isPresent() && day.isPresent()) {
      monthOrWeekday = named;
    } else if (named.isPresent() && month.isEmpty()) {
      month = named;
    } else if (day.isPresent()) {
      weekday = day.getAsInt() > 0 ? day : weekday;
    } else if (isZone) {
      zone = zone.or(() -> DateWords.zone(word));
    } else {
      throw new DateTimeException(UNKNOWN);
    }
  }

  private static LocalDate namedDate(List<String> numbers, int month) {
    int year = numbers.get(0).length() == 4 ? 0 : 1;
    String day = numbers.get(1 - year);
    if (day.length() > 2) {
      throw new DateTimeException(UNKNOWN);
    }
    return CalendarDays.of(CalendarDays.year(numbers.get(year)), month, Integer.parseInt(day));
  }
}
