package org.newsgraph.serve.security;

import java.time.Duration;
import java.util.Map;

/** Counts failed logins per address and time window. */
final class LoginAttempts {
  static final int MOST = 10;
  static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int MAX_ADDRESSES = 20_000;

  private final Map<String, Count> counts = new LruCache<>(MAX_ADDRESSES);

  private record Count(int failures, long since) {}

  /** Tests whether an address has reached the maximum number of failures in the time window. */
  synchronized boolean tooMany(String address, long now) {
    Count count = counts.get(address);
    return count != null && count.failures() >= MOST && now - count.since() < WINDOW.toNanos();
  }

  synchronized void add(String address, long now) {
    Count count = counts.get(address);
    boolean running = count != null && now - count.since() < WINDOW.toNanos();
    counts.put(
        address, running ? new Count(count.failures() + 1, count.since()) : new Count(1, now));
  }
}
