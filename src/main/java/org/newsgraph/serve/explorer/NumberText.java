package org.newsgraph.serve.explorer;

import java.util.Locale;

/** Numbers as people read them. */
final class NumberText {
  private NumberText() {}

  /** "1,204". */
  static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** "1 article", "2 articles". */
  static String of(long number, String one, String many) {
    return of(number) + " " + (number == 1 ? one : many);
  }
}
