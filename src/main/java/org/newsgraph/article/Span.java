package org.newsgraph.article;

/**
 * A stretch of an article's text.
 *
 * @param begin offset of its first character, in Unicode code points from the start of the text
 * @param end offset after its last character; greater than {@code begin}
 */
public record Span(int begin, int end) implements Comparable<Span> {
  public Span {
    if (begin < 0 || end <= begin) {
      throw new IllegalArgumentException("no span: " + begin + "," + end);
    }
  }

  /** Its length in code points, at least one. */
  public int length() {
    return end - begin;
  }

  public boolean overlaps(Span other) {
    return begin < other.end && other.begin < end;
  }

  /** Whether the other lies inside this one, its bounds included. */
  public boolean contains(Span other) {
    return begin <= other.begin && other.end <= end;
  }

  /** Whether the character at this offset belongs to the stretch. */
  public boolean contains(int offset) {
    return begin <= offset && offset < end;
  }

  /** The shortest stretch that holds both. */
  public Span to(Span other) {
    return new Span(Math.min(begin, other.begin), Math.max(end, other.end));
  }

  /** In reading order; of two that begin together the shorter one first. */
  @Override
  public int compareTo(Span other) {
    return begin != other.begin
        ? Integer.compare(begin, other.begin)
        : Integer.compare(end, other.end);
  }
}
