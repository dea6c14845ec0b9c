package org.newsgraph.serve.notify;

import java.util.concurrent.TimeUnit;

/**
 * Decides when a webhook's next delivery is due: after a change of the database, or after a failed
 * attempt, with a delay that doubles with each failure. Times are those of {@link System#nanoTime},
 * which does not depend on the clock of the system. Thread-safe.
 */
final class DeliverySchedule {
  private static final long MAX_DELAY_SECONDS = 3600;

  private boolean running;
  private boolean more = true;
  private long revision;

  /** Delay after the next failure, in seconds; more than 1 after a failure. */
  private long delaySeconds = 1;

  private long retryAt;

  /**
   * Starts a delivery if it is due. Returns false if it is not due or if one is running.
   *
   * @param now the revision of the database
   */
  synchronized boolean startIfDue(long now, long nanoTime) {
    boolean due = hasFailed() ? nanoTime - retryAt >= 0 : more || revision != now;
    if (running || !due) {
      return false;
    }
    running = true;
    more = false;
    revision = now;
    return true;
  }

  /** Tests whether the last delivery has failed. */
  synchronized boolean hasFailed() {
    return delaySeconds > 1;
  }

  /**
   * Ends a delivery that succeeded.
   *
   * @param mayHaveMore true if the next delivery is due at once
   */
  synchronized void succeeded(boolean mayHaveMore) {
    running = false;
    more = mayHaveMore;
    delaySeconds = 1;
  }

  /** Ends a delivery that failed. Returns the delay until the next one, in seconds. */
  synchronized long failed(long nanoTime) {
    long delay = delaySeconds;
    running = false;
    retryAt = nanoTime + TimeUnit.SECONDS.toNanos(delay);
    delaySeconds = Math.min(2 * delay, MAX_DELAY_SECONDS);
    return delay;
  }
}
