package org.newsgraph.link.fetch;

import java.time.Duration;

/** The size of the next request: it grows after quick responses and shrinks after slow ones. */
final class AdaptiveSize {
  private static final Duration QUICK = Duration.ofSeconds(5);
  private static final Duration SLOW = Duration.ofSeconds(20);

  private final int max;
  private int current;

  /**
   * @param initial size of the first request
   * @param max maximum size
   */
  AdaptiveSize(int initial, int max) {
    this.current = initial;
    this.max = max;
  }

  int current() {
    return current;
  }

  /**
   * Adapts the size to a response.
   *
   * @param used size of the request; a request that used less than the current size is no reason to
   *     grow
   * @param taken time from the request to the complete response
   */
  void adapt(int used, Duration taken) {
    if (taken.compareTo(SLOW) > 0) {
      current = Math.max(1, current / 2);
    } else if (taken.compareTo(QUICK) < 0 && used >= current / 2) {
      current = Math.min(max, current * 2);
    }
  }

  /**
   * Halves the size after a request that was too large.
   *
   * @param used size of the request
   */
  void halve(int used) {
    current = Math.max(1, Math.min(current, used) / 2);
  }
}
