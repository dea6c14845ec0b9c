package org.newsgraph.article.decode;

/**
 * Result of checking whether bytes are well-formed UTF-8.
 *
 * @param sequences number of well-formed sequences of two or more bytes
 * @param invalidBytes number of bytes that are not part of a well-formed sequence
 * @param firstInvalid offset of the first such byte, or -1 if there is none
 */
record Utf8Check(int sequences, int invalidBytes, int firstInvalid) {
  boolean valid() {
    return invalidBytes == 0;
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

  /**
   * Returns the length of the well-formed sequence at an offset, or 0 if there is none (Unicode
   * Standard, table 3-7).
   */
  static int wellFormed(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int min = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int max = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < min || second > max) {
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
