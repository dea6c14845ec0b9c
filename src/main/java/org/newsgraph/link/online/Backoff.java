package org.newsgraph.link.online;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Exponential backoff with jitter: waiting times between attempts. */
final class Backoff {
  private static final Duration INITIAL = Duration.ofSeconds(1);
  private static final Duration MAX = Duration.ofMinutes(1);

  private Backoff() {}

  /**
   * Returns the waiting time after a failed attempt. It doubles with each failure, up to a minute;
   * a random factor from 0.5 to 1 spreads the clients.
   *
   * @param failures number of failed attempts, at least 1
   * @param chance random number from 0 to 1
   */
  static Duration delay(int failures, double chance) {
    Duration doubled = INITIAL.multipliedBy(1L << Math.min(failures - 1, 10));
    Duration longest = doubled.compareTo(MAX) > 0 ? MAX : doubled;
    return Duration.ofMillis(Math.round(longest.toMillis() * (0.5 + chance / 2)));
  }

  /**
   * Parses a {@code Retry-After} header (RFC 9110): a number of seconds or a date.
   *
   * @return the waiting time; empty if the header is neither
   */
  static Optional<Duration> parseRetryAfter(String header, Instant now) {
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
