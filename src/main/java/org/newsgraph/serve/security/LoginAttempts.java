package org.newsgraph.serve.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** Counts failed logins per client address within a time window. */
final class LoginAttempts {
  /** Number of failed logins after which an address must wait. */
  static final int MAX_FAILURES = 10;

  static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int MAX_ADDRESSES = 20_000;

  private final Cache<String, Count> counts =
      Caffeine.newBuilder().maximumSize(MAX_ADDRESSES).build();

  /**
   * Failed logins of one address.
   *
   * @param since start of the window, in nanoseconds
   */
  private record Count(int failures, long since) {
    boolean isRunning(long now) {
      return now - since < WINDOW.toNanos();
    }
  }

  /** Tests whether an address has failed so often that it must wait. */
  boolean tooMany(String address, long now) {
    Count count = counts.getIfPresent(address);
    return count != null && count.failures() >= MAX_FAILURES && count.isRunning(now);
  }

  /**
   * Records a failed login.
   *
   * @param now as {@link System#nanoTime()} counts
   */
  void add(String address, long now) {
    counts
        .asMap()
        .merge(
            address,
            new Count(1, now),
            (count, first) ->
                count.isRunning(now) ? new Count(count.failures() + 1, count.since()) : first);
  }
}
