package org.newsgraph.link.index;

import java.io.IOException;
import java.util.Locale;

/** Says what went wrong with a file, in words where Java's message is but a file name. */
final class Reason {
  private Reason() {}

  static String of(IOException e) {
    String kind = e.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    return kind.replace(" Exception", "").toLowerCase(Locale.ROOT) + ": " + e.getMessage();
  }
}
