package org.newsgraph.serve;

import org.newsgraph.io.UserError;

/** Thrown if the server cannot start. The message states the reason and what to do. */
public final class ServeException extends RuntimeException implements UserError {
  private static final long serialVersionUID = 1L;

  ServeException(String message, Throwable cause) {
    super(message, cause);
  }
}
