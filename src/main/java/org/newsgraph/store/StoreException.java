package org.newsgraph.store;

import org.newsgraph.io.UserError;

/** Thrown if a database cannot be used. The message names the database, the cause and a remedy. */
public final class StoreException extends RuntimeException implements UserError {
  private static final long serialVersionUID = 1L;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
