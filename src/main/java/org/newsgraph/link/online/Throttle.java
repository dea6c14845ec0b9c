package org.newsgraph.link.online;

import java.time.Duration;
import java.time.Instant;

/** A rate limiter with a minimum time between requests. Not thread-safe. */
final class Throttle {
  private final WaitingClock time;
  private final Duration apart;
  private Instant next = Instant.MIN;

  /** Creates a limiter for one request per {@code apart}. */
  Throttle(WaitingClock time, Duration apart) {
    this.time = time;
    this.apart = apart;
  }

  /** Waits until the next request may start. */
  void await() throws InterruptedException {
    Instant now = time.now();
    if (now.isBefore(next)) {
      time.sleep(Duration.between(now, next));
    }
    next = time.now().plus(apart);
  }
}
