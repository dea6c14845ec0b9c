package org.newsgraph.export;

import java.util.function.IntPredicate;

/** Replaces each character that a format does not allow by U+FFFD. */
public final class Characters {
  private static final int REPLACEMENT = 0xFFFD;

  private Characters() {}

  /** Returns a text without unpaired surrogates, which UTF-8 cannot represent. */
  public static String utf8(String text) {
    return replaceInvalid(text, Characters::isNotSurrogate);
  }

  /** Returns a text without characters that XML 1.0 forbids, such as most control characters. */
  public static String xml(String text) {
    return replaceInvalid(text, Characters::isXml);
  }

  private static String replaceInvalid(String text, IntPredicate valid) {
    if (text.codePoints().allMatch(valid)) {
      return text;
    }
    int[] replaced = text.codePoints().map(c -> valid.test(c) ? c : REPLACEMENT).toArray();
    return new String(replaced, 0, replaced.length);
  }

  private static boolean isNotSurrogate(int c) {
    return c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE;
  }

  private static boolean isXml(int c) {
    return (c >= 0x20 && isNotSurrogate(c) && c != 0xFFFE && c != 0xFFFF)
        || c == '\t'
        || c == '\n'
        || c == '\r';
  }
}
