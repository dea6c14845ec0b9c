package org.newsgraph.article;

import java.util.Arrays;

/**
 * The text of an article, addressed by Unicode code point.
 *
 * <p>Java addresses strings by UTF-16 unit, which differs as soon as an emoji stands in the text;
 * every offset that Newsgraph stores or prints counts code points. This class is the only place
 * where one becomes the other.
 */
public final class Text {
  private final String string;

  /** The UTF-16 offset of each code point and of the end, or null where both ways agree. */
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

  /** How many code points it has. */
  public int length() {
    return toUtf16Offset == null ? string.length() : toUtf16Offset.length - 1;
  }

  /** Whether there is nothing but white space, the no-break kinds included. */
  public boolean isBlank() {
    return string.codePoints().allMatch(Text::isSpace);
  }

  /** The code point at this offset, or 0 outside the text. */
  public int at(int offset) {
    return offset < 0 || offset >= length() ? 0 : string.codePointAt(toUtf16Offset(offset));
  }

  /** The words of a stretch, exactly as they stand. */
  public String at(Span span) {
    return string.substring(toUtf16Offset(span.begin()), toUtf16Offset(span.end()));
  }

  /** The UTF-16 offset, in {@link #toString()}, of a code-point offset. */
  public int toUtf16Offset(int offset) {
    return toUtf16Offset == null ? offset : toUtf16Offset[offset];
  }

  /**
   * The code-point offset of a UTF-16 offset in {@link #toString()}; inside a surrogate pair, that
   * of the pair.
   */
  public int toCodePointOffset(int utf16Offset) {
    if (toUtf16Offset == null) {
      return utf16Offset;
    }
    int found = Arrays.binarySearch(toUtf16Offset, utf16Offset);
    return found >= 0 ? found : -found - 2;
  }

  /** The stretch between two UTF-16 offsets, as a regular expression's match gives them. */
  public Span span(int utf16Begin, int utf16End) {
    return new Span(toCodePointOffset(utf16Begin), toCodePointOffset(utf16End));
  }

  /**
   * This stretch without white space at its ends; the stretch itself where it is nothing but that.
   */
  public Span trim(Span span) {
    int begin = span.begin();
    int end = span.end();
    while (begin < end && isSpace(at(begin))) {
      begin++;
    }
    while (end > begin && isSpace(at(end - 1))) {
      end--;
    }
    return begin < end ? new Span(begin, end) : span;
  }

  /** White space, the no-break kinds included. */
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

  /** The text as a Java string. */
  @Override
  public String toString() {
    return string;
  }
}
