package org.newsgraph.link.online;

import java.time.Duration;
import java.time.Instant;

/** A clock that can also wait. */
public interface WaitingClock {
  /** The system clock. */
  WaitingClock REAL =
      new WaitingClock() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
          Thread.sleep(time.toMillis());
        }
      };

  Instant now();

  /** Waits for a time; throws if the thread is interrupted. */
  void sleep(Duration time) throws InterruptedException;
}
