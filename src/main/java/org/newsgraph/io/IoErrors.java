package org.newsgraph.io;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Describes I/O errors, whose messages are often just a path, in one phrase for users. */
public final class IoErrors {
  /** Messages of the operating system, and their wording here. */
  private static final Map<String, String> REASONS =
      Map.of(
          "No space left on device", "the disk is full",
          "Read-only file system", "the disk is read-only",
          "Too many open files", "too many open files",
          "(Permission denied)", "permission denied");

  private IoErrors() {}

  /** Returns the cause of an error, without the file's name: "permission denied". */
  public static String describe(IOException e) {
    return known(e)
        .orElseGet(
            () -> {
              String message =
                  e instanceof FileSystemException file && file.getReason() != null
                      ? file.getReason()
                      : e.getMessage();
              return message == null ? words(e) : message;
            });
  }

  /** Returns why a file could not be read: "no such file or folder", "cannot be read (…)". */
  public static String describeRead(IOException e) {
    return known(e).orElseGet(() -> "cannot be read (" + describe(e) + ")");
  }

  private static Optional<String> known(IOException e) {
    // FileNotFoundException is the exception for all of these in java.io.
    String message = String.valueOf(e.getMessage());
    for (Map.Entry<String, String> reason : REASONS.entrySet()) {
      if (message.contains(reason.getKey())) {
        return Optional.of(reason.getValue());
      }
    }
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return Optional.of("no such file or folder");
    }
    if (e instanceof AccessDeniedException) {
      return Optional.of("permission denied");
    }
    if (e instanceof FileAlreadyExistsException) {
      return Optional.of("a file of this name exists already");
    }
    if (e instanceof DirectoryNotEmptyException) {
      return Optional.of("the folder is not empty");
    }
    if (e instanceof NotDirectoryException) {
      return Optional.of("not a folder");
    }
    if (e instanceof EOFException) {
      return Optional.of("truncated: was it copied or downloaded completely?");
    }
    return Optional.empty();
  }

  private static String words(IOException e) {
    return e.getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .replace(" Exception", "")
        .toLowerCase(Locale.ROOT);
  }
}
