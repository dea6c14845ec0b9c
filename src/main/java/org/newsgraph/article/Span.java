package org.newsgraph.article;

/**
 * A range of characters in an article's text.
 *
 * @param begin offset of the first character, in Unicode code points from the start of the text
 * @param end offset after the last character; greater than {@code begin}
 */
public record Span(int begin, int end) implements Comparable<Span> {
  public Span {
    if (begin < 0 || end <= begin) {
      throw new IllegalArgumentException("invalid span: " + begin + "," + end);
    }
  }

  /** Returns the length in code points, at least 1. */
  public int length() {
    return end - begin;
  }

  public boolean overlaps(Span other) {
    return begin < other.end && other.begin < end;
  }

  /** Tests whether this span contains all of the other. A span contains itself. */
  public boolean contains(Span other) {
    return begin <= other.begin && other.end <= end;
  }

  /** Tests whether this span contains the character at this offset. */
  public boolean contains(int offset) {
    return begin <= offset && offset < end;
  }

  /** Returns the shortest span that contains both. */
  public Span union(Span other) {
    return new Span(Math.min(begin, other.begin), Math.max(end, other.end));
  }

  /** Compares in reading order. Of two spans with the same begin, the shorter one is first. */
  @Override
  public int compareTo(Span other) {
    return begin != other.begin
        ? Integer.compare(begin, other.begin)
        : Integer.compare(end, other.end);
  }
}
