package org.newsgraph.extract.attribution;

import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

/**
 * A pair of quotation marks, and how to tell them in a text from apostrophes and inch marks.
 *
 * <p>A paragraph's bounds count as white space: no mark sees a character of another paragraph.
 */
enum QuotationMarks {
  /** Also closed by a straight mark or by a second opening one: slips that exports are full of. */
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
  /** Two apostrophes, as old typesetting systems send them. */
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
   * @param open the opening mark
   * @param close each of whose characters closes, unless it is the opening mark itself
   */
  QuotationMarks(String open, String close) {
    this.open = open;
    this.close = close;
  }

  /** How many characters the mark has: 1 or 2. */
  int width() {
    return open.length();
  }

  /** Whether the closing mark differs from the opening one, and is no apostrophe. */
  boolean isPaired() {
    return this == DOUBLE || this == LOW_DOUBLE || this == GUILLEMETS;
  }

  /** Whether a quotation can open here. */
  final boolean opensAt(Text text, Span in, int at) {
    return isMark(open, text, in, at) && opens(text, in, at);
  }

  /** Whether a quotation that is open can close here. */
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

  /** "The rebels’ retreat": after an s, with a word in small letters to come. */
  private static boolean isPossessive(Text text, Span in, int at) {
    return Character.toLowerCase(charAt(text, in, at - 1)) == 's'
        && Text.isSpace(charAt(text, in, at + 1))
        && Character.isLowerCase(charAt(text, in, at + 2))
        && closesLater(text, in, at + 1);
  }

  /** Whether another mark that can close stands further on, before one that opens. */
  private static boolean closesLater(Text text, Span in, int from) {
    int mark = charAt(text, in, from - 1);
    for (int at = from; at < in.end(); at++) {
      int here = text.at(at);
      if (here == '‘' || (here == mark && Text.isSpace(text.at(at - 1)))) {
        return false;
      }
      if (here == mark && endsWord(text, in, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDoubled(Text text, Span in, int at) {
    return charAt(text, in, at - 1) == '\'' || charAt(text, in, at + 1) == '\'';
  }

  private static int charAt(Text text, Span in, int at) {
    return in.contains(at) ? text.at(at) : ' ';
  }
}
