package org.newsgraph.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

/** One-line error messages for exceptions: what happened, where, and what to do. */
public final class ErrorMessages {
  /** Lines of a stack trace. */
  private static final Pattern STACK_TRACE =
      Pattern.compile("(?m)^\\s*(?:at [\\w.$/<>]+\\(.*\\)|\\.\\.\\. \\d+ more|Caused by: .*)\\s*$");

  /** Qualified names of exceptions, with the colon before their message. */
  private static final Pattern EXCEPTION_NAME =
      Pattern.compile("(?<![\\w.])(?:[a-z_]\\w*+\\.)++[A-Z]\\w*+(?<=Exception|Error)(?::\\s*)?");

  private ErrorMessages() {}

  /** Returns the message for an exception. */
  public static String reason(Throwable e) {
    Throwable cause = unwrapped(e);
    if (cause instanceof OutOfMemoryError) {
      return "out of memory: give Java more, for example with NEWSGRAPH_JAVA_OPTS=-Xmx4g";
    }
    if (cause instanceof StackOverflowError) {
      return "nested too deeply";
    }
    if (cause instanceof FileSystemException file && file.getFile() != null) {
      return file.getFile() + ": " + IoErrors.describe(file);
    }
    String message = cause.getMessage();
    if (cause.getClass() == IOException.class && message != null) {
      return "cannot read or write: " + oneLine(message);
    }
    if (message == null || message.isBlank()) {
      return "internal error ("
          + cause.getClass().getSimpleName()
          + "); run again with -v for details";
    }
    return cause instanceof RuntimeException && !isForUsers(cause)
        ? oneLine(message)
            + " ("
            + cause.getClass().getSimpleName()
            + "; run again with -v for details)"
        : oneLine(message);
  }

  /** Tests whether the message of an exception was written for users. */
  private static boolean isForUsers(Throwable cause) {
    return cause instanceof IllegalArgumentException || cause instanceof UserError;
  }

  /** Tests whether the reader of the output has closed the pipe. */
  public static boolean isClosedPipe(Throwable e) {
    Throwable cause = unwrapped(e);
    String message = String.valueOf(cause.getMessage());
    return cause instanceof IOException
        && (message.contains("Broken pipe") || message.contains("pipe is being closed"));
  }

  /** Returns a message as a single line. */
  public static String oneLine(String message) {
    return message.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }

  /** Removes stack traces and the names of exceptions from a message. */
  public static String withoutInternals(String message) {
    String text = STACK_TRACE.matcher(message).replaceAll("");
    return EXCEPTION_NAME.matcher(text).replaceAll("").strip();
  }

  private static Throwable unwrapped(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null
        && (cause instanceof UncheckedIOException || cause instanceof ExecutionException)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
