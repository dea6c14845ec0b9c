package org.newsgraph.serve.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Percent-encoded UTF-8 (RFC 3986, section 2.1), read strictly. */
public final class PercentEncoding {
  private static final int HEX = 16;

  /** Stands for a missing digit; so large that another digit does not make up for it. */
  private static final int INVALID = -1000;

  private PercentEncoding() {}

  /** Tests whether a text is percent-encoded UTF-8. */
  public static boolean isValid(String text) {
    return decode(text).isPresent();
  }

  /**
   * Decodes a text; returns empty if it is not percent-encoded UTF-8. A plus sign stays as it is.
   */
  public static Optional<String> decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int at = 0;
    while (at < text.length()) {
      int escape = text.indexOf('%', at);
      int end = escape < 0 ? text.length() : escape;
      bytes.writeBytes(text.substring(at, end).getBytes(UTF_8));
      at = end;
      if (escape >= 0) {
        int value = digit(text, at + 1) * HEX + digit(text, at + 2);
        if (value < 0) {
          return Optional.empty();
        }
        bytes.write(value);
        at += 3;
      }
    }
    try {
      return Optional.of(
          UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Returns the value of a hexadecimal digit; a large negative number if there is none. */
  private static int digit(String text, int index) {
    boolean ascii = index < text.length() && text.charAt(index) < 0x80;
    int value = ascii ? Character.digit(text.charAt(index), HEX) : -1;
    return value < 0 ? INVALID : value;
  }
}
