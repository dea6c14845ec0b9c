package org.newsgraph.link.wikidata;

/** Search for line ends in bytes. */
final class LineEnds {
  private LineEnds() {}

  /** Returns the index after the last line end before {@code end}; 0 if there is none. */
  static int lastBefore(byte[] bytes, int end) {
    int at = end;
    while (at > 0 && bytes[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  /** Returns the index of the next line end, or {@code end}. */
  static int next(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}
