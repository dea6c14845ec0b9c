package org.newsgraph.article.layout;

import java.util.ArrayList;
import java.util.List;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

/**
 * Divides a text into paragraphs. A blank line always ends a paragraph. A single line end does so
 * as well, unless the text is hard-wrapped. In a hard-wrapped text, a line end ends a paragraph
 * only if the next word would have fitted on the line.
 */
final class Paragraphs {
  /**
   * Minimum width of wrapped lines. They are about as long as the lines of a column, a typewriter
   * or a mail program.
   */
  private static final int MIN_WIDTH = 30;

  private static final int MAX_WIDTH = 120;

  /**
   * Share of the width from which a line counts as full. A line that leaves more than a quarter of
   * the width free, with room for the next word, ends a paragraph.
   */
  private static final double FULL = 0.75;

  private static final double NEARLY_ALL = 0.95;

  /**
   * A line that is not blank.
   *
   * @param span range of the line, without white space at its ends
   * @param firstWord length of its first word, in code points
   * @param joined whether the next line follows without a blank line between them
   */
  private record Line(Span span, int firstWord, boolean joined) {}

  private Paragraphs() {}

  /** Returns the paragraphs in reading order, each without the white space around it. */
  static List<Span> of(Text text) {
    List<Line> lines = lines(text);
    int width = wrapWidth(text, lines);
    List<Span> paragraphs = new ArrayList<>();
    Span open = null;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      open = open == null ? line.span : open.union(line.span);
      boolean wrapped =
          width > 0
              && line.joined
              && line.span.length() + 1 + lines.get(i + 1).firstWord > width * FULL;
      if (!wrapped) {
        paragraphs.add(open);
        open = null;
      }
    }
    return paragraphs;
  }

  private static List<Line> lines(Text text) {
    List<Line> lines = new ArrayList<>();
    Span before = null;
    int length = text.length();
    for (int at = 0; at < length; ) {
      int end = at;
      while (end < length && !isLineEnd(text.codePointAt(end))) {
        end++;
      }
      Span line = end > at ? text.trim(new Span(at, end)) : null;
      boolean blank = line == null || Text.isSpace(text.codePointAt(line.begin()));
      if (before != null) {
        lines.add(new Line(before, firstWordLength(text, before), !blank));
      }
      before = blank ? null : line;
      at = text.codePointAt(end) == '\r' && text.codePointAt(end + 1) == '\n' ? end + 2 : end + 1;
    }
    if (before != null) {
      lines.add(new Line(before, firstWordLength(text, before), false));
    }
    return lines;
  }

  /**
   * Returns the width at which the text was wrapped, in code points, or 0 if the text is not
   * wrapped.
   */
  private static int wrapWidth(Text text, List<Line> lines) {
    int width = 0;
    int joined = 0;
    int full = 0;
    int unfinished = 0;
    int continued = 0;
    for (Line line : lines) {
      width = line.joined ? Math.max(width, line.span.length()) : width;
    }
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (!line.joined) {
        continue;
      }
      Line next = lines.get(i + 1);
      joined++;
      full += line.span.length() + 1 + next.firstWord > width * FULL ? 1 : 0;
      boolean open = !SentenceHeuristics.isEnd(text.codePointAt(line.span.end() - 1));
      unfinished += open ? 1 : 0;
      continued += open && Character.isLowerCase(text.codePointAt(next.span.begin())) ? 1 : 0;
    }
    // If nearly no line has room for the next word, fewer lines need to start in lower case.
    double minContinued = full >= NEARLY_ALL * joined ? 0.1 : 0.3;
    boolean wrapped =
        width >= MIN_WIDTH
            && width <= MAX_WIDTH
            && full >= 0.8 * joined
            && unfinished >= 0.5 * joined
            && continued > 0
            && continued >= minContinued * joined;
    return wrapped ? width : 0;
  }

  private static int firstWordLength(Text text, Span line) {
    int at = line.begin();
    while (at < line.end() && !Text.isSpace(text.codePointAt(at))) {
      at++;
    }
    return at - line.begin();
  }

  private static boolean isLineEnd(int codePoint) {
    return codePoint == '\n' || codePoint == '\r' || codePoint == 0x2028 || codePoint == 0x2029;
  }
}
