package org.newsgraph.io;

import java.util.Locale;

/** Formats numbers for people. */
public final class NumberText {
  private NumberText() {}

  /** Formats an integer with thousands separators: "1,204". */
  public static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Formats an integer with its noun: "1 article", "2 articles". */
  public static String of(long number, String singular, String plural) {
    return of(number) + " " + (number == 1 ? singular : plural);
  }
}
