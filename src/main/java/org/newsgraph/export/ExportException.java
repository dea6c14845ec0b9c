package org.newsgraph.export;

import org.newsgraph.io.UserError;

/** Thrown if an export fails. The message names the destination, the cause and a remedy. */
public final class ExportException extends RuntimeException implements UserError {
  private static final long serialVersionUID = 1L;

  public ExportException(String message) {
    super(message);
  }

  ExportException(String message, Throwable cause) {
    super(message, cause);
  }
}
