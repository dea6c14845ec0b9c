package org.newsgraph.extract.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
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
import org.newsgraph.extract.time.TimeValue.OnDate;
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

  private final DocumentTokens tokens;
  private final int end;
  private int at;
  private final Optional<LocalDate> reference;
  private String preposition = "";
  private boolean hedged;

  private TimeExpressionParser(
      DocumentTokens tokens, int begin, int end, Optional<LocalDate> reference) {
    this.tokens = tokens;
    this.at = begin;
    this.end = end;
    this.reference = reference;
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
                    new TokenRange(begin, parser.at - 1), it, parser.isModifier(it)));
  }

  private boolean isModifier(TimeValue value) {
    boolean wide = value instanceof InYear || value instanceof InMonth;
    return wide && !hedged && !preposition.equals("in") && !preposition.equals("during");
  }

  private Optional<TimeValue> expression() {
    skipHedges();
    if (PREPOSITIONS.contains(word(0))) {
      preposition = word(0);
      at++;
      skipHedges();
    }
    hedged |= skipPartOf();
    return day()
        .or(this::weekday)
        .or(this::date)
        .or(this::relativeUnit)
        .or(this::month)
        .or(this::year)
        .or(this::interval);
  }

  private void skipHedges() {
    int begin = at;
    while (CalendarWords.is("hedge", word(0)) || (at > begin && word(0).equals("-"))) {
      hedged |= PARTS.contains(word(0));
      at++;
    }
  }

  /** Skips "the evening of", "the beginning of", "the". */
  private boolean skipPartOf() {
    int begin = at;
    at += word(0).equals("the") ? 1 : 0;
    boolean part =
        CalendarWords.is("part-of-day", word(0)) || CalendarWords.is("part-of-period", word(0));
    if (part && word(1).equals("of")) {
      at += 2;
      return true;
    }
    boolean date = at > begin && CalendarWords.dayOfMonth(word(0)).isPresent();
    at = date || CalendarWords.is("hedge", word(0)) ? at : begin;
    return false;
  }

  private Optional<TimeValue> day() {
    OptionalInt days = CalendarWords.daysAgo(word(0));
    if (days.isEmpty()) {
      return Optional.empty();
    }
    at++;
    skipPartOfDay();
    return Optional.of(new CalendarUnit(ChronoUnit.DAYS, days.getAsInt()));
  }

  private Optional<TimeValue> weekday() {
    boolean last = LAST.contains(word(0));
    int first = last || word(0).equals("this") ? 1 : 0;
    first += first == 1 && word(1).equals("past") ? 1 : 0;
    Optional<DayOfWeek> weekday = CalendarWords.weekday(original(first));
    if (weekday.isEmpty()) {
      return Optional.empty();
    }
    at += first + 1;
    skipPartOfDay();
    OptionalInt weeksAgo = weeksAgo();
    int before = at;
    boolean parenthesis = word(0).equals("(");
    at += parenthesis || word(0).equals(",") ? 1 : 0;
    Optional<TimeValue> date = date(weekday);
    if (date.isPresent() && (!parenthesis || word(0).equals(")"))) {
      at += parenthesis ? 1 : 0;
      return date;
    }
    at = before;
    return Optional.of(new OnWeekday(weekday.get(), last, weeksAgo));
  }

  private OptionalInt weeksAgo() {
    boolean of = word(0).equals("of");
    String which = word(of ? 1 : 0);
    boolean week = word(of ? 2 : 1).equals("week");
    if (week && (which.equals("last") || which.equals("this"))) {
      at += of ? 3 : 2;
      return OptionalInt.of(which.equals("last") ? 1 : 0);
    }
    return OptionalInt.empty();
  }

  private void skipPartOfDay() {
    at += CalendarWords.is("part-of-day", word(0)) ? 1 : 0;
  }

  private Optional<TimeValue> date() {
    return date(Optional.empty());
  }

  private Optional<TimeValue> date(Optional<DayOfWeek> weekday) {
    OptionalInt month = CalendarWords.month(original(0));
    if (month.isPresent()) {
      int dayAt = word(1).equals(".") ? 2 : 1;
      OptionalInt day = CalendarWords.dayOfMonth(word(dayAt));
      boolean range = "-–".contains(word(dayAt + 1)) && !word(dayAt + 1).isEmpty();
      if (day.isEmpty() || range) {
        return Optional.empty();
      }
      at += dayAt + 1;
      return Optional.of(new OnDate(day.getAsInt(), month.getAsInt(), followingYear(), weekday));
    }
    int dayAt = word(0).equals("the") ? 1 : 0;
    OptionalInt day = CalendarWords.dayOfMonth(word(dayAt));
    int monthAt = dayAt + (word(dayAt + 1).equals("of") ? 2 : 1);
    OptionalInt ofMonth = CalendarWords.month(original(monthAt));
    if (day.isEmpty() || ofMonth.isEmpty()) {
      return Optional.empty();
    }
    boolean abbreviated =
        word(monthAt + 1).equals(".") && CalendarWords.year(word(monthAt + 2)).isPresent();
    at += monthAt + (abbreviated ? 2 : 1);
    return Optional.of(new OnDate(day.getAsInt(), ofMonth.getAsInt(), followingYear(), weekday));
  }

  /** Parses the year of a date: ", 2019", "last year", "of this year". */
  private OptionalInt followingYear() {
    int of = word(0).equals("of") ? 1 : 0;
    boolean relative = LAST.contains(word(of)) || word(of).equals("this");
    if (relative && word(of + 1).equals("year") && reference.isPresent()) {
      int yearsAgo = word(of).equals("this") ? 0 : 1;
      at += of + 2;
      return OptionalInt.of(reference.get().getYear() - yearsAgo);
    }
    int comma = word(0).equals(",") ? 1 : of;
    OptionalInt year = CalendarWords.year(word(comma));
    at += year.isPresent() ? comma + 1 : 0;
    return year;
  }

  private Optional<TimeValue> month() {
    boolean last = LAST.contains(word(0));
    int first = last || word(0).equals("this") ? 1 : 0;
    OptionalInt month = CalendarWords.month(original(first));
    if (month.isEmpty() || CalendarWords.dayOfMonth(word(first + 1)).isPresent()) {
      return Optional.empty();
    }
    at += first + 1;
    return Optional.of(new InMonth(month.getAsInt(), followingYear(), last));
  }

  private Optional<TimeValue> year() {
    OptionalInt year = CalendarWords.year(word(0));
    at += year.isPresent() ? 1 : 0;
    return year.isPresent() ? Optional.of(new InYear(year.getAsInt())) : Optional.empty();
  }

  private Optional<TimeValue> interval() {
    OptionalInt count = CalendarWords.count(word(0));
    Optional<ChronoUnit> unit = CalendarWords.unit(word(1));
    if (count.isEmpty() || unit.isEmpty()) {
      return Optional.empty();
    }
    boolean ago = word(2).equals("ago");
    if (!ago && !(word(2).equals("earlier") && unit.get() == ChronoUnit.DAYS)) {
      return Optional.empty();
    }
    at += 3;
    return Optional.of(ago ? new Ago(count.getAsInt(), unit.get()) : new Earlier(count.getAsInt()));
  }

  /** Parses "last week", "this month", "last night", "this morning", "last March". */
  private Optional<TimeValue> relativeUnit() {
    boolean last = LAST.contains(word(0));
    if (!last && !word(0).equals("this")) {
      return Optional.empty();
    }
    int days = last ? 1 : 0;
    if (CalendarWords.is("part-of-day", word(1))) {
      at += 2;
      return Optional.of(new CalendarUnit(ChronoUnit.DAYS, days));
    }
    Optional<ChronoUnit> unit =
        CalendarWords.unit(word(1)).filter(it -> it != ChronoUnit.DAYS && !word(1).endsWith("s"));
    if (unit.isEmpty()) {
      return month();
    }
    at += 2;
    return Optional.of(new CalendarUnit(unit.get(), days));
  }

  private String word(int offset) {
    return original(offset).toLowerCase(Locale.ROOT);
  }

  /** Returns the word at an offset from the current one; empty after the end. */
  private String original(int offset) {
    return at + offset < end ? tokens.word(at + offset).token().word() : "";
  }
}
