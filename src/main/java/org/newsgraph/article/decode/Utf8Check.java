package org.newsgraph.article.decode;

/**
 * How much like UTF-8 some bytes are.
 *
 * @param sequences how many well-formed sequences of two bytes and more there are
 * @param bad how many bytes are part of no well-formed sequence
 * @param firstBad the offset of the first of those, in bytes, or -1
 */
record Utf8Check(int sequences, int bad, int firstBad) {
  boolean valid() {
    return bad == 0;
  }

  static Utf8Check of(byte[] bytes, int from) {
    int sequences = 0;
    int bad = 0;
    int firstBad = -1;
    for (int i = from; i < bytes.length; ) {
      if (bytes[i] >= 0) {
        i++;
        continue;
      }
      int length = wellFormed(bytes, i);
      if (length > 0) {
        sequences++;
        i += length;
      } else {
        bad++;
        firstBad = firstBad < 0 ? i : firstBad;
        i++;
      }
    }
    return new Utf8Check(sequences, bad, firstBad);
  }

  /** The length of the well-formed sequence that begins here, or 0 (Unicode's table 3-7). */
  private static int wellFormed(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
