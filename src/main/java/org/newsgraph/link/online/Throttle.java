package org.newsgraph.link.online;

import java.time.Duration;
import java.time.Instant;

/** Keeps requests apart. Not for several threads at once. */
final class Throttle {
  private final WaitingClock time;
  private final Duration apart;
  private Instant next = Instant.MIN;

  /** At most one request in that time. */
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
