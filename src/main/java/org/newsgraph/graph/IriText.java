package org.newsgraph.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.text.Normalizer;
import java.util.Locale;

/** Turns any text into a piece of an IRI that is valid by RFC 3987, in a path and in a fragment. */
final class IriText {
  /** The ASCII characters that may stand in both as they are; {@code %} is not among them. */
  private static final String PLAIN = "-._~!$&'()*+,;=:@/";

  /** Letters that Unicode deprecates, which makes IRI parsers refuse them. */
  private static final String DEPRECATED = "\u0149\u0673\u0F77\u0F79\u17A3\u17A4";

  private IriText() {}

  /**
   * Different texts give different pieces, save that composed and decomposed accents are one. The
   * rule depends on no table of characters that a newer Java could change.
   */
  static String encode(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder piece = new StringBuilder(composed.length() + 8);
    composed.codePoints().forEach(character -> append(character, piece));
    // A dot segment would be lost wherever the IRI is resolved.
    return piece.toString().replaceAll("(?<=^|/)\\.(?=\\.?(/|$))", "%2E");
  }

  /** The text that a piece was made from, as far as it tells; a broken one stays as it is. */
  static String decode(String piece) {
    try {
      return URLDecoder.decode(piece.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return piece;
    }
  }

  private static void append(int character, StringBuilder piece) {
    if (isPlain(character)) {
      piece.appendCodePoint(character);
      return;
    }
    for (byte b : Character.toString(character).getBytes(UTF_8)) {
      piece.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
    }
  }

  private static boolean isPlain(int character) {
    if (character < 0x80) {
      return (character >= 'a' && character <= 'z')
          || (character >= 'A' && character <= 'Z')
          || (character >= '0' && character <= '9')
          || PLAIN.indexOf(character) >= 0;
    }
    return isUcsChar(character) && !isInvisible(character) && DEPRECATED.indexOf(character) < 0;
  }

  /** The characters beyond ASCII that RFC 3987 allows. */
  private static boolean isUcsChar(int c) {
    return (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xF900 && c <= 0xFDCF)
        || (c >= 0xFDF0 && c <= 0xFFEF)
        || (c >= 0x10000
            && c <= 0xEFFFD
            && (c & 0xFFFF) <= 0xFFFD
            && !(c >= 0xE0000 && c < 0xE1000));
  }

  /** Spaces, marks of direction and other characters that a reader of the IRI would not see. */
  private static boolean isInvisible(int c) {
    return c == 0xA0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202F)
        || (c >= 0x205F && c <= 0x206F)
        || c == 0x3000
        || c == 0xFEFF;
  }
}
