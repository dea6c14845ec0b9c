package org.newsgraph.serve.security;

import java.time.Duration;
import java.util.Map;

/** Counts the logins that failed, an address and a time at a time. */
final class LoginAttempts {
  static final int MOST = 10;
  static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int MOST_ADDRESSES = 20_000;

  private final Map<String, Count> counts = new LruCache<>(MOST_ADDRESSES);

  private record Count(int failures, long since) {}

  /** Whether an address has failed so often that it has to wait. */
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
