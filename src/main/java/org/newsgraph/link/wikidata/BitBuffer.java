package org.newsgraph.link.wikidata;

import java.util.Arrays;

/** A growing sequence of bits, appended without alignment to bytes. */
final class BitBuffer {
  private byte[] bytes;
  private long length;

  BitBuffer(int bytes) {
    this.bytes = new byte[bytes];
  }

  /** Appends the lowest bits of a number, most significant bit first. */
  void add(long number, int bits) {
    for (int i = bits - 1; i >= 0; i--) {
      ensureCapacity(1);
      bytes[(int) (length >> 3)] |= (byte) ((number >> i & 1) << (7 - (length & 7)));
      length++;
    }
  }

  /** Appends {@code count} bits of an array, starting at a bit of its first byte. */
  void addAll(byte[] from, int first, long count) {
    ensureCapacity(count);
    long done = 0;
    while (done < count) {
      int batch = (int) Math.min(8, count - done);
      int eight = eight(from, first + done);
      if (batch == 8 && (length & 7) == 0) {
        bytes[(int) (length >> 3)] = (byte) eight;
        length += 8;
      } else {
        add(eight >> (8 - batch), batch);
      }
      done += batch;
    }
  }

  private static int eight(byte[] from, long bit) {
    int at = (int) (bit >> 3);
    int next = at + 1 < from.length ? from[at + 1] & 0xFF : 0;
    int two = (from[at] & 0xFF) << 8 | next;
    return two >> (8 - (bit & 7)) & 0xFF;
  }

  private void ensureCapacity(long bits) {
    long needed = (length + bits + 7) >> 3;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.max(needed, bytes.length * 2L));
    }
  }

  byte byteAt(int at) {
    return bytes[at];
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, (int) ((length + 7) >> 3));
  }
}
