package org.newsgraph.extract.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.extract.time.TimeValue.Ago;
import org.newsgraph.extract.time.TimeValue.CalendarUnit;
import org.newsgraph.extract.time.TimeValue.Earlier;
import org.newsgraph.extract.time.TimeValue.InMonth;
import org.newsgraph.extract.time.TimeValue.InYear;
import org.newsgraph.extract.time.TimeValue.OnWeekday;

/**
 * Recursive-descent parser of one time expression, from left to right.
 *
 * <pre>
 * expression = {hedge} [preposition] {hedge} ["the" part "of"] time
 * time       = ("yesterday" | "today" | "tonight") [part of day]
 *            | weekday [part of day] [("last" | "this") "week"] [[","] date | "(" date ")"]
 *            | date | month [year] | year
 *            | number unit ("ago" | "earlier")
 *            | ("last" | "this") (unit | weekday | month | part of day)
 * date       = month day [year] | ["the"] day ["of"] month [year]
 * year       = [","] number | ["of"] ("last" | "this") "year"
 * </pre>
 */
final class TimeExpressionParser {
  private static final Set<String> PREPOSITIONS = Set.of("on", "in", "during");

  /** Hedges that can only precede a period: "mid-July", "late 2019". */
  private static final Set<String> PARTS = Set.of("early", "late", "mid");

  private static final Set<String> LAST = Set.of("last", "past", "previous");

  private final TokenCursor cursor;
  private final DateParser dates;
  private String preposition = "";
  private boolean hedged;

  private TimeExpressionParser(
      DocumentTokens tokens, int begin, int end, Optional<LocalDate> reference) {
    this.cursor = new TokenCursor(tokens, begin, end);
    this.dates = new DateParser(cursor, reference);
  }

  /**
   * Parses the expression that begins at a word.
   *
   * @param end index after the last word that the expression may include
   * @param reference the day on which the article was published; empty if unknown
   */
  static Optional<TimeExpression> parse(
      DocumentTokens tokens, int begin, int end, Optional<LocalDate> reference) {
    TimeExpressionParser parser = new TimeExpressionParser(tokens, begin, end, reference);
    return parser
        .expression()
        .map(
            it ->
                new TimeExpression(
                    new TokenRange(begin, parser.cursor.at() - 1), it, parser.isModifier(it)));
  }

  /** Tests whether a word means the unit before the current one: "last". */
  static boolean isLast(String word) {
    return LAST.contains(word);
  }

  private boolean isModifier(TimeValue value) {
    boolean wide = value instanceof InYear || value instanceof InMonth;
    return wide && !hedged && !preposition.equals("in") && !preposition.equals("during");
  }

  private Optional<TimeValue> expression() {
    skipHedges();
    if (PREPOSITIONS.contains(cursor.word(0))) {
      preposition = cursor.word(0);
      cursor.skip(1);
      skipHedges();
    }
    hedged |= skipPartOf();
    return day()
        .or(this::weekday)
        .or(() -> dates.date(Optional.empty()))
        .or(this::relativeUnit)
        .or(dates::month)
        .or(dates::year)
        .or(this::interval);
  }

  private void skipHedges() {
    int begin = cursor.at();
    while (CalendarWords.is("hedge", cursor.word(0))
        || (cursor.at() > begin && cursor.is(0, "-"))) {
      hedged |= PARTS.contains(cursor.word(0));
      cursor.skip(1);
    }
  }

  /** Skips "the evening of", "the beginning of", "the". */
  private boolean skipPartOf() {
    int begin = cursor.at();
    cursor.skip(cursor.is(0, "the") ? 1 : 0);
    boolean part =
        CalendarWords.is("part-of-day", cursor.word(0))
            || CalendarWords.is("part-of-period", cursor.word(0));
    if (part && cursor.is(1, "of")) {
      cursor.skip(2);
      return true;
    }
    boolean date = cursor.at() > begin && CalendarWords.dayOfMonth(cursor.word(0)).isPresent();
    if (!date && !CalendarWords.is("hedge", cursor.word(0))) {
      cursor.moveTo(begin);
    }
    return false;
  }

  private Optional<TimeValue> day() {
    OptionalInt days = CalendarWords.daysAgo(cursor.word(0));
    if (days.isEmpty()) {
      return Optional.empty();
    }
    cursor.skip(1);
    skipPartOfDay();
    return Optional.of(new CalendarUnit(ChronoUnit.DAYS, days.getAsInt()));
  }

  private Optional<TimeValue> weekday() {
    boolean last = isLast(cursor.word(0));
    int first = last || cursor.is(0, "this") ? 1 : 0;
    first += first == 1 && cursor.is(1, "past") ? 1 : 0;
    Optional<DayOfWeek> weekday = CalendarWords.weekday(cursor.spelling(first));
    if (weekday.isEmpty()) {
      return Optional.empty();
    }
    cursor.skip(first + 1);
    skipPartOfDay();
    OptionalInt weeksAgo = weeksAgo();
    int before = cursor.at();
    boolean parenthesis = cursor.is(0, "(");
    cursor.skip(parenthesis || cursor.is(0, ",") ? 1 : 0);
    Optional<TimeValue> date = dates.date(weekday);
    if (date.isPresent() && (!parenthesis || cursor.is(0, ")"))) {
      cursor.skip(parenthesis ? 1 : 0);
      return date;
    }
    cursor.moveTo(before);
    return Optional.of(new OnWeekday(weekday.get(), last, weeksAgo));
  }

  private OptionalInt weeksAgo() {
    boolean of = cursor.is(0, "of");
    String which = cursor.word(of ? 1 : 0);
    boolean week = cursor.is(of ? 2 : 1, "week");
    if (week && (which.equals("last") || which.equals("this"))) {
      cursor.skip(of ? 3 : 2);
      return OptionalInt.of(which.equals("last") ? 1 : 0);
    }
    return OptionalInt.empty();
  }

  private void skipPartOfDay() {
    cursor.skip(CalendarWords.is("part-of-day", cursor.word(0)) ? 1 : 0);
  }

  private Optional<TimeValue> interval() {
    OptionalInt count = CalendarWords.count(cursor.word(0));
    Optional<ChronoUnit> unit = CalendarWords.unit(cursor.word(1));
    if (count.isEmpty() || unit.isEmpty()) {
      return Optional.empty();
    }
    boolean ago = cursor.is(2, "ago");
    if (!ago && !(cursor.is(2, "earlier") && unit.get() == ChronoUnit.DAYS)) {
      return Optional.empty();
    }
    cursor.skip(3);
    return Optional.of(ago ? new Ago(count.getAsInt(), unit.get()) : new Earlier(count.getAsInt()));
  }

  /** Parses "last week", "this month", "last night", "this morning", "last March". */
  private Optional<TimeValue> relativeUnit() {
    boolean last = isLast(cursor.word(0));
    if (!last && !cursor.is(0, "this")) {
      return Optional.empty();
    }
    int days = last ? 1 : 0;
    if (CalendarWords.is("part-of-day", cursor.word(1))) {
      cursor.skip(2);
      return Optional.of(new CalendarUnit(ChronoUnit.DAYS, days));
    }
    Optional<ChronoUnit> unit =
        CalendarWords.unit(cursor.word(1))
            .filter(it -> it != ChronoUnit.DAYS && !cursor.word(1).endsWith("s"));
    if (unit.isEmpty()) {
      return dates.month();
    }
    cursor.skip(2);
    return Optional.of(new CalendarUnit(unit.get(), days));
  }
}
