package org.newsgraph.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One-line error messages for exceptions: what happened, where, and what to do. */
public final class ErrorMessages {
  /** Lines of a stack trace. */
  private static final Pattern STACK_TRACE =
      Pattern.compile("(?m)^\\s*(?:at [\\w.$/<>]+\\(.*\\)|\\.\\.\\. \\d+ more|Caused by: .*)\\s*$");

  /** Qualified names of exceptions, with the colon before their message. */
  private static final Pattern EXCEPTION_NAME =
      Pattern.compile("(?<![\\w.])(?:[a-z_]\\w*+\\.)++[A-Z]\\w*+(?<=Exception|Error)(?::\\s*)?");

  /** Messages of {@link OutOfMemoryError} that do not concern the heap. */
  private static final Pattern LIMITS = Pattern.compile("Map failed|native thread");

  private ErrorMessages() {}

  /** Returns the message for an exception. */
  public static String reason(Throwable e) {
    return reason(e, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * Returns the message for an exception.
   *
   * @param temporary folder for temporary files
   */
  static String reason(Throwable e, Path temporary) {
    Throwable cause = unwrapped(e);
    if (isAbout(temporary, e) && !Files.isWritable(temporary)) {
      return temporary
          + ": this folder for temporary files does not exist or cannot be written to; name another"
          + " one, for example with NEWSGRAPH_JAVA_OPTS=-Djava.io.tmpdir=/var/tmp";
    }
    if (cause instanceof OutOfMemoryError && LIMITS.matcher("" + cause.getMessage()).find()) {
      return "the operating system gives this process no more memory or threads ("
          + cause.getMessage()
          + "); raise its limits, for example with ulimit -v and ulimit -u";
    }
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

  /** Tests whether an exception or one of its causes concerns a file in a folder. */
  private static boolean isAbout(Path folder, Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            it ->
                it instanceof FileSystemException file
                    && file.getFile() != null
                    && Path.of(file.getFile()).startsWith(folder));
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
