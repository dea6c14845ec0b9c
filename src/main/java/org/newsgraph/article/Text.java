package org.newsgraph.article;

import java.util.Arrays;

/**
 * The text of an article, addressed by Unicode code point.
 *
 * <p>Java addresses strings by UTF-16 code unit, which differs from the code point as soon as a
 * text contains an emoji. All offsets that Newsgraph stores or prints count code points. This class
 * is the only place that converts between the two.
 */
public final class Text {
  private final String string;

  /**
   * UTF-16 offset of each code point and of the end, or null if both offsets are equal everywhere.
   */
  private final int[] toUtf16Offset;

  public Text(String string) {
    this.string = string;
    int length = string.codePointCount(0, string.length());
    this.toUtf16Offset = length == string.length() ? null : offsets(string, length);
  }

  private static int[] offsets(String string, int length) {
    int[] offsets = new int[length + 1];
    int at = 0;
    for (int i = 0; i < length; i++) {
      offsets[i] = at;
      at += Character.charCount(string.codePointAt(at));
    }
    offsets[length] = at;
    return offsets;
  }

  /** Returns the length in code points. */
  public int length() {
    return toUtf16Offset == null ? string.length() : toUtf16Offset.length - 1;
  }

  /** Tests whether the text consists only of white space, including no-break spaces. */
  public boolean isBlank() {
    return string.codePoints().allMatch(Text::isSpace);
  }

  /** Returns the code point at this offset, or 0 if the offset is outside the text. */
  public int codePointAt(int offset) {
    return offset < 0 || offset >= length() ? 0 : string.codePointAt(toUtf16Offset(offset));
  }

  /** Returns the text of a span, unchanged. */
  public String substring(Span span) {
    return string.substring(toUtf16Offset(span.begin()), toUtf16Offset(span.end()));
  }

  /** Converts a code-point offset to a UTF-16 offset in {@link #toString()}. */
  public int toUtf16Offset(int offset) {
    return toUtf16Offset == null ? offset : toUtf16Offset[offset];
  }

  /**
   * Converts a UTF-16 offset in {@link #toString()} to a code-point offset. An offset inside a
   * surrogate pair is converted to the offset of the pair.
   */
  public int toCodePointOffset(int utf16Offset) {
    if (toUtf16Offset == null) {
      return utf16Offset;
    }
    int found = Arrays.binarySearch(toUtf16Offset, utf16Offset);
    return found >= 0 ? found : -found - 2;
  }

  /** Returns the span between two UTF-16 offsets, such as those of a regular expression match. */
  public Span span(int utf16Begin, int utf16End) {
    return new Span(toCodePointOffset(utf16Begin), toCodePointOffset(utf16End));
  }

  /**
   * Returns the span without white space at its ends, or the span itself if it contains only white
   * space.
   */
  public Span trim(Span span) {
    int begin = span.begin();
    int end = span.end();
    while (begin < end && isSpace(codePointAt(begin))) {
      begin++;
    }
    while (end > begin && isSpace(codePointAt(end - 1))) {
      end--;
    }
    return begin < end ? new Span(begin, end) : span;
  }

  /** Tests whether a code point is white space, including no-break spaces. */
  public static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Text text && text.string.equals(string);
  }

  @Override
  public int hashCode() {
    return string.hashCode();
  }

  /** Returns the text as a Java string. */
  @Override
  public String toString() {
    return string;
  }
}
