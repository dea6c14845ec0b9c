package org.newsgraph.link.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.newsgraph.link.NameKey;

/** Hashes of the {@linkplain NameKey keys} of names. */
final class KeyHash {
  // The parameters of the FNV-1a hash function.
  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private static final int ASCII = 0x80;

  /** The part of a key that each ASCII character makes: a space for characters between words. */
  private static final char[][] PARTS = new char[ASCII][];

  static {
    for (char c = 0; c < ASCII; c++) {
      String key = NameKey.of("x" + c + "x");
      PARTS[c] = key.substring(1, key.length() - 1).toCharArray();
    }
  }

  private KeyHash() {}

  /** Returns the hash of a key. */
  static long of(String key) {
    long hash = OFFSET_BASIS;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * PRIME;
    }
    return hash;
  }

  /**
   * Returns the hash of the key of a name. Does not make the key of an ASCII name: the first
   * look-up waits for the hashes of all names of the table.
   *
   * @param utf8 bytes that include the name
   * @param begin offset of the name's first byte
   * @param end offset after its last byte
   */
  static long ofName(byte[] utf8, int begin, int end) {
    long hash = OFFSET_BASIS;
    boolean empty = true;
    boolean gap = false;
    for (int i = begin; i < end; i++) {
      if (utf8[i] < 0) {
        return of(NameKey.of(new String(utf8, begin, end - begin, UTF_8)));
      }
      for (char c : PARTS[utf8[i]]) {
        if (c == ' ') {
          gap = true;
        } else {
          if (gap && !empty) {
            hash = (hash ^ ' ') * PRIME;
          }
          hash = (hash ^ c) * PRIME;
          gap = false;
          empty = false;
        }
      }
    }
    return empty ? of(NameKey.of(new String(utf8, begin, end - begin, UTF_8))) : hash;
  }
}
