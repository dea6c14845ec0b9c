package org.newsgraph.article;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Turns the system's exceptions, whose messages are often just a path, into words. */
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
      return "it breaks off in the middle: was it copied or fetched whole?";
    }
    String message = e.getMessage();
    return "cannot be read (" + (message == null ? e.getClass().getSimpleName() : message) + ")";
  }
}
