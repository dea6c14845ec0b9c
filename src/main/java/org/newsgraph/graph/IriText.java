package org.newsgraph.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Encoding of text as a part of an IRI, valid in paths and fragments by RFC 3987. */
final class IriText {
  /**
   * ASCII characters besides letters and digits that are valid unencoded in both; without {@code
   * %}.
   */
  private static final String UNRESERVED = "-._~!$&'()*+,;=:@/";

  /** Letters that are deprecated in Unicode and rejected by IRI parsers. */
  private static final String DEPRECATED = "\u0149\u0673\u0F77\u0F79\u17A3\u17A4";

  private static final Set<String> DOT_SEGMENTS = Set.of(".", "..");

  private IriText() {}

  /**
   * Encodes a text. Different texts have different encodings, except that composed and decomposed
   * accents are equal. The rule does not depend on a character table that a newer Java could
   * change.
   */
  static String encode(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder piece = new StringBuilder(composed.length() + 8);
    composed.codePoints().forEach(character -> append(character, piece));
    return withoutDotSegments(piece.toString());
  }

  /**
   * Encodes the slashes beside the segments "." and "..", which would be removed when the IRI is
   * resolved. Encoding the dots does not suffice: browsers remove "%2E" as well.
   */
  private static String withoutDotSegments(String path) {
    if (DOT_SEGMENTS.contains(path)) {
      return "%2E" + path.substring(1);
    }
    String[] segments = path.split("/", -1);
    StringBuilder joined = new StringBuilder(segments[0]);
    for (int i = 1; i < segments.length; i++) {
      boolean beside = DOT_SEGMENTS.contains(segments[i - 1]) || DOT_SEGMENTS.contains(segments[i]);
      joined.append(beside ? "%2F" : "/").append(segments[i]);
    }
    return joined.toString();
  }

  /** Decodes a part of an IRI; returns it unchanged if its encoding is invalid. */
  static String decode(String piece) {
    try {
      return URLDecoder.decode(piece.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return piece;
    }
  }

  private static void append(int character, StringBuilder piece) {
    if (isUnreserved(character)) {
      piece.appendCodePoint(character);
      return;
    }
    for (byte b : Character.toString(character).getBytes(UTF_8)) {
      piece.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
    }
  }

  private static boolean isUnreserved(int character) {
    if (character < 0x80) {
      return (character >= 'a' && character <= 'z')
          || (character >= 'A' && character <= 'Z')
          || (character >= '0' && character <= '9')
          || UNRESERVED.indexOf(character) >= 0;
    }
    return isUcsChar(character) && !isInvisible(character) && DEPRECATED.indexOf(character) < 0;
  }

  /** Tests whether a character is one that RFC 3987 allows beyond ASCII. */
  private static boolean isUcsChar(int c) {
    return (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xF900 && c <= 0xFDCF)
        || (c >= 0xFDF0 && c <= 0xFFEF)
        || (c >= 0x10000
            && c <= 0xEFFFD
            && (c & 0xFFFF) <= 0xFFFD
            && !(c >= 0xE0000 && c < 0xE1000));
  }

  /** Tests whether a character is invisible to readers: spaces, directional marks and the like. */
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
