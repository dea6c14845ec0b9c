package org.newsgraph.link.online;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long to wait before the next try. */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Backoff() {}

  /**
   * Twice as long each time, to a minute at most; so that not all come back at once, anything from
   * half of that.
   *
   * @param failures how many tries have failed, from 1
   * @param chance from 0 to 1
   */
  static Duration after(int failures, double chance) {
    Duration most = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
    Duration whole = most.compareTo(LONGEST) > 0 ? LONGEST : most;
    return Duration.ofMillis(Math.round(whole.toMillis() * (0.5 + chance / 2)));
  }

  /**
   * What a header {@code Retry-After} asks for, as RFC 9110 has it: seconds, or a moment; none
   * where it says neither.
   */
  static Optional<Duration> asked(String header, Instant now) {
    String text = header.strip();
    try {
      if (text.matches("\\d{1,9}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
      }
      Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(now, then);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
