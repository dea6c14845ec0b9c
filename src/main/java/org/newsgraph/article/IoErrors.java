package org.newsgraph.article;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/**
 * Turns I/O exceptions of the system, whose messages are often just a path, into sentences for
 * users.
 */
public final class IoErrors {
  private IoErrors() {}

  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return "no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "no permission to read it";
    }
    if (e instanceof EOFException) {
      return "truncated in the middle: check that it was copied or downloaded completely";
    }
    String message = e.getMessage();
    return "cannot be read (" + (message == null ? e.getClass().getSimpleName() : message) + ")";
  }
}
