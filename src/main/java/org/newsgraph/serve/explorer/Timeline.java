package org.newsgraph.serve.explorer;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.newsgraph.io.IsoDay;

/**
 * The number of statements by date of publication.
 *
 * @param step the length of each period
 * @param periods consecutive periods, the earliest first
 * @param undatedCount number of statements whose article has no date
 */
record Timeline(Step step, List<Period> periods, long undatedCount) {
  private static final int MAX_PERIODS = 400;

  /** Maximum number of days that are shown day by day, unless the user chooses a step. */
  private static final int MAX_DAILY_DAYS = 62;

  /** Maximum number of weeks that are shown week by week, unless the user chooses a step. */
  private static final int MAX_WEEKLY_WEEKS = 78;

  /** The length of a period. */
  enum Step {
    DAY,
    WEEK,
    MONTH,
    YEAR;

    LocalDate start(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case YEAR -> day.withDayOfYear(1);
      };
    }

    LocalDate next(LocalDate start) {
      return switch (this) {
        case DAY -> start.plusDays(1);
        case WEEK -> start.plusWeeks(1);
        case MONTH -> start.plusMonths(1);
        case YEAR -> start.plusYears(1);
      };
    }
  }

  /**
   * A period and the number of statements published in it.
   *
   * @param last the last day, inclusive
   */
  record Period(LocalDate first, LocalDate last, long count) {}

  long maxCount() {
    return periods.stream().mapToLong(Period::count).max().orElse(0);
  }

  long datedCount() {
    return periods.stream().mapToLong(Period::count).sum();
  }

  /**
   * Groups the counts of days into periods.
   *
   * @param counts numbers of statements by ISO 8601 date, month or year; any other key counts as
   *     undated
   * @param wanted the preferred length of periods; null to choose it by the time covered
   */
  static Timeline of(Map<String, Long> counts, Step wanted) {
    TreeMap<LocalDate, Long> days = new TreeMap<>();
    long undated = 0;
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      LocalDate day = day(entry.getKey());
      if (day == null) {
        undated += entry.getValue();
      } else {
        days.merge(day, entry.getValue(), Long::sum);
      }
    }
    if (days.isEmpty()) {
      return new Timeline(wanted == null ? Step.DAY : wanted, List.of(), undated);
    }
    Step step = step(days.firstKey(), days.lastKey(), wanted);
    List<Period> periods = new ArrayList<>();
    LocalDate start = step.start(days.firstKey());
    while (!start.isAfter(days.lastKey())) {
      LocalDate next = step.next(start);
      long count = days.subMap(start, next).values().stream().mapToLong(it -> it).sum();
      periods.add(new Period(start, next.minusDays(1), count));
      start = next;
    }
    return new Timeline(step, periods, undated);
  }

  /** Chooses the length of periods. A preferred length that gives too many periods is increased. */
  private static Step step(LocalDate first, LocalDate last, Step wanted) {
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    Step finest =
        days <= MAX_PERIODS
            ? Step.DAY
            : days <= 7L * MAX_PERIODS
                ? Step.WEEK
                : days <= 30L * MAX_PERIODS ? Step.MONTH : Step.YEAR;
    Step suits =
        days <= MAX_DAILY_DAYS
            ? Step.DAY
            : days <= 7L * MAX_WEEKLY_WEEKS
                ? Step.WEEK
                : days <= 30L * MAX_PERIODS ? Step.MONTH : Step.YEAR;
    return wanted == null ? suits : wanted.compareTo(finest) < 0 ? finest : wanted;
  }

  private static LocalDate day(String date) {
    try {
      String full = date.length() == 4 ? date + "-01-01" : date.length() == 7 ? date + "-01" : date;
      return LocalDate.parse(IsoDay.of(full));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
