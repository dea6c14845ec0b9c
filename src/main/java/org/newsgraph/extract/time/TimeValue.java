package org.newsgraph.extract.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalInt;

/** The meaning of a time expression, before it is resolved to days. */
sealed interface TimeValue {
  /**
   * Resolves the expression to the latest days that it can mean, as seen from the reference day.
   *
   * @param reference the day on which the article was published; empty if unknown
   * @return empty if the expression depends on an unknown reference day, or contradicts itself
   */
  Optional<DateRange> resolve(Optional<LocalDate> reference);

  /** A year: "in 2019". */
  record InYear(int year) implements TimeValue {
    @Override
    public Optional<DateRange> resolve(Optional<LocalDate> reference) {
      return Optional.of(DateRange.of(Year.of(year)))
          .filter(it -> reference.isEmpty() || year <= reference.get().getYear());
    }
  }

  /**
   * A month: "in May 2019", "last March". Without a year it is the latest one that has begun.
   *
   * @param last whether the month of the reference day is excluded
   */
  record InMonth(int month, OptionalInt year, boolean last) implements TimeValue {
    @Override
    public Optional<DateRange> resolve(Optional<LocalDate> reference) {
      if (year.isPresent()) {
        return Optional.of(DateRange.of(YearMonth.of(year.getAsInt(), month)));
      }
      return reference.map(
          day -> {
            YearMonth now = YearMonth.from(day);
            YearMonth latest = YearMonth.of(now.getYear(), month);
            boolean past = last ? latest.isBefore(now) : !latest.isAfter(now);
            return DateRange.of(past ? latest : latest.minusYears(1));
          });
    }
  }

  /**
   * A day of a month: "7 May 2024", "Tuesday, July 19". Without a year it is the latest one that
   * has begun.
   *
   * @param weekday the day of the week that the expression names in addition
   */
  record OnDate(int day, int month, OptionalInt year, Optional<DayOfWeek> weekday)
      implements TimeValue {
    @Override
    public Optional<DateRange> resolve(Optional<LocalDate> reference) {
      Optional<LocalDate> date =
          year.isPresent() ? date(year.getAsInt()) : reference.flatMap(this::latest);
      return date.filter(it -> weekday.isEmpty() || weekday.get() == it.getDayOfWeek())
          .map(DateRange::of);
    }

    /** Allows one day after the reference day, which may be that of another time zone. */
    private Optional<LocalDate> latest(LocalDate reference) {
      return date(reference.getYear())
          .filter(it -> !it.isAfter(reference.plusDays(1)))
          .or(() -> date(reference.getYear() - 1));
    }

    private Optional<LocalDate> date(int ofYear) {
      try {
        return Optional.of(LocalDate.of(ofYear, month, day));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * A day of the week: "on Wednesday", "last Friday", "on Monday last week".
   *
   * @param last whether the reference day itself is excluded
   * @param weeksAgo number of calendar weeks between the day and the reference day, if stated
   */
  record OnWeekday(DayOfWeek weekday, boolean last, OptionalInt weeksAgo) implements TimeValue {
    @Override
    public Optional<DateRange> resolve(Optional<LocalDate> reference) {
      return reference.map(
          day -> {
            if (weeksAgo.isPresent()) {
              LocalDate week = day.minusWeeks(weeksAgo.getAsInt());
              return DateRange.of(
                  week.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                      .with(TemporalAdjusters.nextOrSame(weekday)));
            }
            return DateRange.of(
                day.with(
                    last
                        ? TemporalAdjusters.previous(weekday)
                        : TemporalAdjusters.previousOrSame(weekday)));
          });
    }
  }

  /**
   * A calendar unit before that of the reference day, or that unit: "yesterday", "last month",
   * "earlier this year".
   */
  record CalendarUnit(ChronoUnit unit, int unitsAgo) implements TimeValue {
    @Override
    public Optional<DateRange> resolve(Optional<LocalDate> reference) {
      return reference.map(
          today -> {
            LocalDate day = today.minus(unitsAgo, unit);
            return switch (unit) {
              case DAYS -> DateRange.of(day);
              case WEEKS -> week(day, today);
              case MONTHS -> DateRange.of(YearMonth.from(day));
              default -> DateRange.of(Year.from(day));
            };
          });
    }

    /** Returns the week of a day up to today. It begins on Sunday or on Monday. */
    private static DateRange week(LocalDate day, LocalDate today) {
      LocalDate sunday = day.minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
      LocalDate end = sunday.plusWeeks(1);
      return new DateRange(sunday, end.isAfter(today) ? today : end);
    }
  }

  /** An interval before the reference day: "three days ago", "two weeks ago", "a year ago". */
  record Ago(int count, ChronoUnit unit) implements TimeValue {
    /** Deviation of "two weeks ago" from the exact day, in days. */
    private static final int WEEK_TOLERANCE = 3;

    @Override
    public Optional<DateRange> resolve(Optional<LocalDate> reference) {
      return reference.map(
          today -> {
            LocalDate day = today.minus(count, unit);
            return unit == ChronoUnit.WEEKS
                ? new DateRange(day.minusDays(WEEK_TOLERANCE), day.plusDays(WEEK_TOLERANCE))
                : new CalendarUnit(unit, count).resolve(reference).orElseThrow();
          });
    }
  }

  /** A number of days before the day that the text names last: "three days earlier". */
  record Earlier(int days) implements TimeValue {
    /** Resolves the expression, with the day that the text names last as reference day. */
    @Override
    public Optional<DateRange> resolve(Optional<LocalDate> reference) {
      return reference.map(it -> DateRange.of(it.minusDays(days)));
    }
  }
}
