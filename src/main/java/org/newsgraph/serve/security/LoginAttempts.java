package org.newsgraph.serve.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** Counts failed logins per client address within a time window. */
final class LoginAttempts {
  /** Number of failed logins after which an address must wait. */
  static final int MAX_FAILURES = 10;

  static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int MAX_ADDRESSES = 20_000;

  /** Failed logins by address. The window of an address starts with its first failure. */
  private final Cache<String, Integer> failures;

  LoginAttempts() {
    this(Ticker.systemTicker());
  }

  /** Creates a counter with a clock. */
  LoginAttempts(Ticker clock) {
    this.failures =
        Caffeine.newBuilder()
            .maximumSize(MAX_ADDRESSES)
            .expireAfter(Expiry.<String, Integer>creating((address, count) -> WINDOW))
            .ticker(clock)
            .build();
  }

  /** Tests whether an address has failed so often that it must wait. */
  boolean tooMany(String address) {
    Integer count = failures.getIfPresent(address);
    return count != null && count >= MAX_FAILURES;
  }

  /** Records a failed login. */
  void add(String address) {
    failures.asMap().merge(address, 1, Integer::sum);
  }
}
