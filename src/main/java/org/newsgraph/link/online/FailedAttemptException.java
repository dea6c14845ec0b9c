package org.newsgraph.link.online;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Thrown if an attempt at a request failed with a status after which a retry may succeed. */
public final class FailedAttemptException extends IOException {
  private static final long serialVersionUID = 1;
  private final int status;
  private final transient Optional<Duration> wait;

  /**
   * @param status HTTP status of the response
   * @param wait waiting time that the service asked for
   */
  FailedAttemptException(int status, Optional<Duration> wait) {
    super("the service responded with status " + status);
    this.status = status;
    this.wait = wait;
  }

  /** Returns the HTTP status of the response. */
  public int status() {
    return status;
  }

  /** Returns the waiting time that the service asked for. */
  Optional<Duration> waitingTime() {
    return wait;
  }
}
