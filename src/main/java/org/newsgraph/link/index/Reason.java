package org.newsgraph.link.index;

import java.io.IOException;
import java.util.Locale;

/** Descriptions of I/O errors with the type of the error, as Java's message may be only a path. */
final class Reason {
  private Reason() {}

  static String of(IOException e) {
    String kind = e.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    return kind.replace(" Exception", "").toLowerCase(Locale.ROOT) + ": " + e.getMessage();
  }
}
