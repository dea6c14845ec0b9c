package org.newsgraph.link.wikidata;

/** Finds lines in bytes. */
final class LineEnds {
  private LineEnds() {}

  /** Behind the last line end before {@code end}; 0 where there is none. */
  static int lastBefore(byte[] bytes, int end) {
    int at = end;
    while (at > 0 && bytes[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  /** The next line end, or {@code end}. */
  static int next(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}
