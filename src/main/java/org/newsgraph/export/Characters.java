package org.newsgraph.export;

/** Which characters a format can hold; what it cannot becomes U+FFFD, one for one. */
public final class Characters {
  private static final int REPLACEMENT = 0xFFFD;

  private Characters() {}

  /** A text that UTF-8 can hold: half a surrogate pair cannot be written. */
  public static String utf8(String text) {
    return kept(text, Characters::isWhole);
  }

  /** A text that XML 1.0 can hold: no control characters but tab and line ends. */
  public static String xml(String text) {
    return kept(text, Characters::isXml);
  }

  private interface Test {
    boolean holds(int character);
  }

  private static String kept(String text, Test test) {
    if (text.codePoints().allMatch(test::holds)) {
      return text;
    }
    int[] fit = text.codePoints().map(c -> test.holds(c) ? c : REPLACEMENT).toArray();
    return new String(fit, 0, fit.length);
  }

  private static boolean isWhole(int c) {
    return c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE;
  }

  private static boolean isXml(int c) {
    return (c >= 0x20 && isWhole(c) && c != 0xFFFE && c != 0xFFFF)
        || c == '\t'
        || c == '\n'
        || c == '\r';
  }
}
