package org.newsgraph.serve.explorer;

import java.util.Locale;

/** Formats numbers for pages. */
final class NumberText {
  private NumberText() {}

  /** Formats a number with thousands separators: "1,204". */
  static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Formats a number with its noun in the singular or plural: "1 article", "2 articles". */
  static String of(long number, String singular, String plural) {
    return of(number) + " " + (number == 1 ? singular : plural);
  }
}
