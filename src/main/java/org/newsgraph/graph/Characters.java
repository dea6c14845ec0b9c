package org.newsgraph.graph;

import java.util.function.IntPredicate;

/** Replaces the characters that a format cannot hold by U+FFFD, one for one. */
public final class Characters {
  private static final int REPLACEMENT = 0xFFFD;

  private Characters() {}

  /** Replaces unpaired surrogates, which UTF-8 cannot encode. */
  public static String utf8(String text) {
    return replaced(text, Characters::isScalar);
  }

  /** Replaces what XML 1.0 forbids: unpaired surrogates and most control characters. */
  public static String xml(String text) {
    return replaced(text, Characters::isXml);
  }

  private static String replaced(String text, IntPredicate allowed) {
    if (text.codePoints().allMatch(allowed)) {
      return text;
    }
    int[] fit = text.codePoints().map(c -> allowed.test(c) ? c : REPLACEMENT).toArray();
    return new String(fit, 0, fit.length);
  }

  private static boolean isScalar(int c) {
    return c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE;
  }

  /** Tests a character against the production Char of XML 1.0, section 2.2. */
  private static boolean isXml(int c) {
    return (c >= 0x20 && isScalar(c) && c != 0xFFFE && c != 0xFFFF)
        || c == '\t'
        || c == '\n'
        || c == '\r';
  }
}
