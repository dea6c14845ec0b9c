package org.newsgraph.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A date as a source gives it.
 *
 * @param day day
 * @param time time of day, if the source gives it
 * @param zone offset from UTC, if the source gives it; ignored without a time
 */
record DateFields(LocalDate day, Optional<LocalTime> time, Optional<ZoneOffset> zone) {
  private static final int MIN_YEAR = 1600;
  private static final int MAX_YEAR = 2099;

  static DateFields of(Instant instant) {
    LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    return new DateFields(
        utc.toLocalDate(), Optional.of(utc.toLocalTime()), Optional.of(ZoneOffset.UTC));
  }

  /**
   * Returns this date if an article can be of it. Systems write 1 January 1970, the year 1 or a
   * year far away if they have no date.
   *
   * @throws DateTimeException if the date stands for a missing one
   */
  DateFields plausible() {
    boolean isEpoch = day.equals(LocalDate.EPOCH) || isInstant(0);
    if (isEpoch || day.getYear() < MIN_YEAR || day.getYear() > MAX_YEAR) {
      throw new DateTimeException("it stands for a missing date");
    }
    return this;
  }

  private boolean isInstant(long epochSecond) {
    return time.isPresent()
        && zone.isPresent()
        && day.atTime(time.get()).toEpochSecond(zone.get()) == epochSecond;
  }

  /** Returns an ISO 8601 date, or date and time. */
  String toIso() {
    if (time.isEmpty()) {
      return DateTimeFormatter.ISO_LOCAL_DATE.format(day);
    }
    LocalDateTime local = day.atTime(time.get());
    return zone.map(
            it -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.of(local, it)))
        .orElseGet(() -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local));
  }
}
