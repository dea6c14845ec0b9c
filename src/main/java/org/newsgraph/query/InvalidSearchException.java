package org.newsgraph.query;

/** Conditions of a search that cannot be read. The message tells users what to change. */
public final class InvalidSearchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidSearchException(String message) {
    super(message, null, false, false);
  }
}
