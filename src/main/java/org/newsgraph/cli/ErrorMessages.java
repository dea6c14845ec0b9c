package org.newsgraph.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.ExecutionException;
import org.newsgraph.export.ExportException;
import org.newsgraph.io.IoErrors;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.serve.ServeException;
import org.newsgraph.store.StoreException;
import picocli.CommandLine;

/** Turns an exception into one line that says what, where, and what to do. */
public final class ErrorMessages {
  private ErrorMessages() {}

  /** The line. */
  public static String reason(Throwable e) {
    Throwable cause = unwrapped(e);
    if (cause instanceof OutOfMemoryError) {
      return "out of memory: give it more, for instance with NEWSGRAPH_JAVA_OPTS=-Xmx4g";
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
      return "this should not happen (" + cause.getClass().getSimpleName() + "): see it with -v";
    }
    return cause instanceof RuntimeException && !isSentence(cause)
        ? oneLine(message) + " (" + cause.getClass().getSimpleName() + ": see it with -v)"
        : oneLine(message);
  }

  /** Whether the message was written for a person. */
  private static boolean isSentence(Throwable cause) {
    return cause instanceof IllegalArgumentException
        || cause instanceof KnowledgeBaseException
        || cause instanceof StoreException
        || cause instanceof ExportException
        || cause instanceof ServeException;
  }

  /** Whether the one who read the results has gone. */
  static boolean isClosedPipe(Throwable e) {
    Throwable cause = unwrapped(e);
    String message = String.valueOf(cause.getMessage());
    return cause instanceof IOException
        && (message.contains("Broken pipe") || message.contains("pipe is being closed"));
  }

  static String oneLine(String message) {
    return message.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }

  private static Throwable unwrapped(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null
        && (cause instanceof UncheckedIOException
            || cause instanceof ExecutionException
            || cause instanceof CommandLine.ExecutionException)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
