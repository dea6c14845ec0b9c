package org.newsgraph.article.decode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * UTF-16 or UTF-32, recognised by a byte order mark, or by the zero bytes of the characters that
 * ASCII contains as well: spaces, line ends, digits.
 *
 * @param charset encoding with its byte order
 * @param mark length of the byte order mark in bytes, or 0
 */
record WideEncoding(Charset charset, int mark) {
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

  /** Number of bytes that are inspected. */
  private static final int MAX_BYTES = 8192;

  /** Minimum share of zero bytes among the bytes of one parity in UTF-16. */
  private static final double MIN_ZEROS = 0.02;

  /** Detects a wide encoding. Returns empty for other encodings, and for data that is not text. */
  static Optional<WideEncoding> of(byte[] bytes, int length) {
    int end = Math.min(length, MAX_BYTES);
    return marked(bytes, end)
        .or(() -> hasZero(bytes, end) ? unmarked(bytes, end) : Optional.empty());
  }

  /** Decodes bytes in this encoding, without the byte order mark. */
  String decode(byte[] bytes) {
    return new String(bytes, mark, bytes.length - mark, charset);
  }

  private static Optional<WideEncoding> marked(byte[] bytes, int length) {
    // The mark of UTF-32LE starts with that of UTF-16LE.
    if (starts(bytes, length, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(new WideEncoding(UTF_32LE, 4));
    }
    if (starts(bytes, length, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(new WideEncoding(UTF_32BE, 4));
    }
    if (starts(bytes, length, 0xFE, 0xFF)) {
      return Optional.of(new WideEncoding(StandardCharsets.UTF_16BE, 2));
    }
    return starts(bytes, length, 0xFF, 0xFE)
        ? Optional.of(new WideEncoding(StandardCharsets.UTF_16LE, 2))
        : Optional.empty();
  }

  private static boolean starts(byte[] bytes, int length, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasZero(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<WideEncoding> unmarked(byte[] bytes, int length) {
    int[] zeros = new int[4];
    int end = length - length % 4;
    for (int i = 0; i < end; i++) {
      zeros[i % 4] += bytes[i] == 0 ? 1 : 0;
    }
    int units = end / 4;
    if (units == 0) {
      return Optional.empty();
    }
    if (zeros[0] == units && zeros[1] > units / 2) {
      return ifText(UTF_32BE, bytes, end);
    }
    if (zeros[3] == units && zeros[2] > units / 2) {
      return ifText(UTF_32LE, bytes, end);
    }
    int even = zeros[0] + zeros[2];
    int odd = zeros[1] + zeros[3];
    if (even > MIN_ZEROS * 2 * units && odd == 0) {
      return ifText(StandardCharsets.UTF_16BE, bytes, end);
    }
    return odd > MIN_ZEROS * 2 * units && even == 0
        ? ifText(StandardCharsets.UTF_16LE, bytes, end)
        : Optional.empty();
  }

  private static Optional<WideEncoding> ifText(Charset charset, byte[] bytes, int length) {
    // The last character may be cut in two.
    for (int end : List.of(length, length - 2)) {
      try {
        boolean isText =
            charset
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, 0, end))
                .codePoints()
                .allMatch(WideEncoding::isText);
        return isText ? Optional.of(new WideEncoding(charset, 0)) : Optional.empty();
      } catch (CharacterCodingException e) {
        // Not this encoding, or the last character is incomplete.
      }
    }
    return Optional.empty();
  }

  private static boolean isText(int c) {
    return c == '\n'
        || c == '\r'
        || c == '\t'
        || c == '\f'
        || (Character.isDefined(c)
            && !Character.isISOControl(c)
            && Character.getType(c) != Character.PRIVATE_USE);
  }
}
