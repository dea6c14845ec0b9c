package org.newsgraph.serve;

/** Thrown if the server cannot start. The message states the reason and what to do. */
public final class ServeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServeException(String message, Throwable cause) {
    super(message, cause);
  }
}
