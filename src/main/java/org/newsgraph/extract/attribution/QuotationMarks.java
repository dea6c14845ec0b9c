package org.newsgraph.extract.attribution;

import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

/**
 * A style of quotation marks, with the rules that distinguish them from apostrophes and inch marks.
 *
 * <p>The bounds of a paragraph count as white space: the rules do not look at other paragraphs.
 */
enum QuotationMarks {
  /**
   * Curly double marks. A straight mark or a second opening mark closes them as well, because these
   * errors are common in exports.
   */
  DOUBLE("“", "”\"“") {
    @Override
    boolean closes(Text text, Span in, int at) {
      return charAt(text, in, at) == '”' || endsWord(text, in, at);
    }
  },
  LOW_DOUBLE("„", "“”"),
  GUILLEMETS("«", "»"),
  REVERSED_GUILLEMETS("»", "«"),
  SINGLE("‘", "’") {
    @Override
    boolean opens(Text text, Span in, int at) {
      return startsWord(text, in, at) && !Character.isDigit(charAt(text, in, at + 1));
    }

    @Override
    boolean closes(Text text, Span in, int at) {
      return endsWord(text, in, at) && !isPossessive(text, in, at);
    }
  },
  STRAIGHT_DOUBLE("\"", "\"”") {
    @Override
    boolean opens(Text text, Span in, int at) {
      return startsWord(text, in, at);
    }
  },
  /** Two apostrophes, as in older typesetting systems. */
  TWO_STRAIGHT("''", "''") {
    @Override
    boolean opens(Text text, Span in, int at) {
      return startsWord(text, in, at);
    }
  },
  STRAIGHT_SINGLE("'", "'") {
    @Override
    boolean opens(Text text, Span in, int at) {
      return startsWord(text, in, at)
          && !isDoubled(text, in, at)
          && !Character.isDigit(charAt(text, in, at + 1));
    }

    @Override
    boolean closes(Text text, Span in, int at) {
      return endsWord(text, in, at) && !isDoubled(text, in, at) && !isPossessive(text, in, at);
    }
  };

  private final String open;
  private final String close;

  /**
   * Creates a style.
   *
   * @param open opening mark
   * @param close closing marks, one per character; for a two-character mark, the closing mark
   *     itself
   */
  QuotationMarks(String open, String close) {
    this.open = open;
    this.close = close;
  }

  /** Returns the number of characters of the mark, 1 or 2. */
  int width() {
    return open.length();
  }

  /** Tests whether the closing mark differs from the opening one and cannot be an apostrophe. */
  boolean isPaired() {
    return this == DOUBLE || this == LOW_DOUBLE || this == GUILLEMETS;
  }

  /** Tests whether a quotation can open at this offset. */
  final boolean opensAt(Text text, Span in, int at) {
    return isMark(open, text, in, at) && opens(text, in, at);
  }

  /** Tests whether an open quotation can close at this offset. */
  final boolean closesAt(Text text, Span in, int at) {
    boolean mark =
        width() == 2 ? isMark(close, text, in, at) : close.indexOf(charAt(text, in, at)) >= 0;
    return mark && closes(text, in, at);
  }

  boolean opens(Text text, Span in, int at) {
    return !Text.isSpace(charAt(text, in, at + 1));
  }

  boolean closes(Text text, Span in, int at) {
    return true;
  }

  private static boolean isMark(String mark, Text text, Span in, int at) {
    for (int i = 0; i < mark.length(); i++) {
      if (charAt(text, in, at + i) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  final boolean startsWord(Text text, Span in, int at) {
    int before = charAt(text, in, at - 1);
    return (Text.isSpace(before) || "([{—–-/:“\"‘…".indexOf(before) >= 0)
        && !Text.isSpace(charAt(text, in, at + width()));
  }

  private static boolean endsWord(Text text, Span in, int at) {
    return !Text.isSpace(charAt(text, in, at - 1))
        && !Character.isLetterOrDigit(charAt(text, in, at + 1));
  }

  /**
   * Tests whether a mark is probably a possessive apostrophe: it follows an s, a lower-case word
   * follows it, and another mark can close the quotation later ("The rebels’ retreat").
   */
  private static boolean isPossessive(Text text, Span in, int at) {
    return Character.toLowerCase(charAt(text, in, at - 1)) == 's'
        && Text.isSpace(charAt(text, in, at + 1))
        && Character.isLowerCase(charAt(text, in, at + 2))
        && closesLater(text, in, at + 1);
  }

  /** Tests whether another mark that can close a quotation follows before one that opens one. */
  private static boolean closesLater(Text text, Span in, int from) {
    int mark = charAt(text, in, from - 1);
    for (int at = from; at < in.end(); at++) {
      int character = text.codePointAt(at);
      if (character == '‘' || (character == mark && Text.isSpace(text.codePointAt(at - 1)))) {
        return false;
      }
      if (character == mark && endsWord(text, in, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDoubled(Text text, Span in, int at) {
    return charAt(text, in, at - 1) == '\'' || charAt(text, in, at + 1) == '\'';
  }

  private static int charAt(Text text, Span in, int at) {
    return in.contains(at) ? text.codePointAt(at) : ' ';
  }
}
