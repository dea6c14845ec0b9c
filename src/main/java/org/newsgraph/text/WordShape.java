package org.newsgraph.text;

/**
 * Orthographic shape of a word. It supplements the network's vocabulary, which is in lower case.
 * The order is that of the network's inputs.
 */
enum WordShape {
  NONE,
  LOWER,
  CAPITALISED,
  UPPER,
  MIXED,
  DIGITS,
  ALPHANUMERIC,
  PUNCTUATION,
  APOSTROPHE,
  /** A quotation mark that opens. */
  OPEN,
  /** A quotation mark that closes. */
  CLOSE,
  /** A closing quotation mark or an apostrophe: "the Browns’ house". */
  AMBIGUOUS,
  /** The end of a paragraph. */
  BREAK,
  INITIAL,
  /** Letters of a script without case. */
  CASELESS;

  /** Returns the shape of a word of letters, digits and marks. */
  static WordShape of(String word) {
    int letters = 0;
    int countable = 0;
    int upper = 0;
    int lower = 0;
    int first = 0;
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      int c = word.codePointAt(i);
      boolean letter = Character.isLetter(c);
      first = letter && letters == 0 ? c : first;
      letters += letter ? 1 : 0;
      countable += letter || WordTokenizer.isNumber(c) ? 1 : 0;
      upper += letter && (Character.isUpperCase(c) || Character.isTitleCase(c)) ? 1 : 0;
      lower += letter && Character.isLowerCase(c) ? 1 : 0;
    }
    if (letters == 0) {
      return DIGITS;
    }
    if (letters < countable) {
      return ALPHANUMERIC;
    }
    if (upper == 0) {
      return lower == 0 ? CASELESS : LOWER;
    }
    if (letters == 1) {
      return INITIAL;
    }
    if (lower == 0) {
      return UPPER;
    }
    return upper == 1 && !Character.isLowerCase(first) ? CAPITALISED : MIXED;
  }
}
