package org.newsgraph.extract.time;

import java.util.Locale;
import org.newsgraph.extract.DocumentTokens;

/** A position in the words of a text, from which a parser reads forward. */
final class TokenCursor {
  private final DocumentTokens tokens;
  private final int end;
  private int at;

  /**
   * Creates a cursor.
   *
   * @param begin index of the first word
   * @param end index after the last word that may be read
   */
  TokenCursor(DocumentTokens tokens, int begin, int end) {
    this.tokens = tokens;
    this.at = begin;
    this.end = end;
  }

  /** Returns the index of the current word. */
  int at() {
    return at;
  }

  void moveTo(int index) {
    at = index;
  }

  void skip(int words) {
    at += words;
  }

  /** Returns the word at an offset from the current one in lower case; empty after the end. */
  String word(int offset) {
    return spelling(offset).toLowerCase(Locale.ROOT);
  }

  boolean is(int offset, String word) {
    return word(offset).equals(word);
  }

  /** Returns the word at an offset from the current one as it is spelled; empty after the end. */
  String spelling(int offset) {
    return at + offset < end ? tokens.word(at + offset).token().word() : "";
  }
}
