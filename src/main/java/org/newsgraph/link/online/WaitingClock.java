package org.newsgraph.link.online;

import java.time.Duration;
import java.time.Instant;

/** The time of day, and how to wait. */
interface WaitingClock {
  /** The clock on the wall. */
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

  /** Returns after that time, or throws at once where the thread is asked to stop. */
  void sleep(Duration time) throws InterruptedException;
}
