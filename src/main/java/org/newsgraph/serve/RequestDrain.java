package org.newsgraph.serve;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Counts the requests in flight, so that a database is closed only after the last one. */
final class RequestDrain {
  /** The requests in flight; one more party stands for the drain itself until it is closed. */
  private final Phaser inFlight = new Phaser(1);

  /** Registers a request. Returns false if the drain has been closed. */
  boolean enter() {
    return inFlight.register() >= 0;
  }

  /** Deregisters a request; call this exactly once per successful {@link #enter}. */
  void leave() {
    inFlight.arriveAndDeregister();
  }

  /**
   * Refuses further requests and waits for those in flight.
   *
   * @return whether all of them ended in time; false as well if the thread was interrupted
   */
  boolean close(Duration timeout) {
    int phase = inFlight.arriveAndDeregister();
    try {
      inFlight.awaitAdvanceInterruptibly(phase, timeout.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
