package org.newsgraph.article.decode;

/**
 * Judges whether text was decoded in the right encoding, by the characters beside those outside
 * ASCII: accented letters belong inside words, quotation marks at their edges.
 */
final class Plausibility {
  private static final String OPENING = "“‘«„‚‹¿¡";
  private static final String CLOSING = "”’»›";
  private static final String BETWEEN = "–—…\u00A0•";
  private static final String WITH_NUMBERS = "£€¥¢°º§±½¼¾²³µ©®™·¶";

  private Plausibility() {}

  /** Returns a score: positive if the text is plausible, negative if it is not. */
  static int of(String text) {
    int score = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        score += of(text, i);
      }
    }
    return score;
  }

  private static int of(String text, int at) {
    char c = text.charAt(at);
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    boolean inWord = Character.isLetter(before) && Character.isLetter(after);
    if (Character.isLetter(c) && c != 'ƒ' && c != 'ˆ' && c != 'º' && c != 'ª') {
      return ofLetter(c, before, after);
    }
    if (c == '’' && Character.isLetter(before) && isElision(text, at + 1)) {
      return 2;
    }
    if (OPENING.indexOf(c) >= 0) {
      return !Character.isLetterOrDigit(before) && !isSpace(after) ? 1 : -1;
    }
    if (CLOSING.indexOf(c) >= 0) {
      return isSpace(before) ? -1 : !Character.isLetterOrDigit(after) || c == '’' ? 1 : -1;
    }
    if (BETWEEN.indexOf(c) >= 0) {
      return 1;
    }
    if (WITH_NUMBERS.indexOf(c) >= 0) {
      return inWord ? -2 : Character.isDigit(before) || Character.isDigit(after) ? 1 : 0;
    }
    return inWord ? -2 : Character.isSurrogate(c) ? 0 : -1;
  }

  private static int ofLetter(char c, char before, char after) {
    if (isCyrillic(c) && isMixedWithLatin(before, after)) {
      return -2;
    }
    // No language in Latin script has words of accented letters alone.
    if (!isCyrillic(c) && isAccented(before) && isAccented(after)) {
      return -2;
    }
    boolean isIpa = c >= 0x250 && c < 0x2B0;
    if (isIpa || (Character.isUpperCase(c) && Character.isLowerCase(before))) {
      return -2;
    }
    boolean isStart = Character.isLetter(after);
    boolean isInside = Character.isLetter(before);
    boolean isSingle = isCyrillic(c) || "àéèôóáÀÉÀ".indexOf(c) >= 0;
    if (!isStart && !isInside) {
      return isSingle ? 1 : -1;
    }
    // A capital among small letters is rare, and so is a small letter among capitals.
    boolean isCaseMixed =
        Character.isLowerCase(c) && Character.isUpperCase(before) && Character.isUpperCase(after);
    return isCaseMixed ? -2 : 1;
  }

  private static boolean isCyrillic(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC;
  }

  private static boolean isMixedWithLatin(char before, char after) {
    return (Character.isLetter(before) && !isCyrillic(before))
        || (Character.isLetter(after) && !isCyrillic(after));
  }

  private static boolean isAccented(char c) {
    return c > 0x7F && Character.isLetter(c) && !isCyrillic(c);
  }

  /** Tests whether the letters after an apostrophe are those of "it's", "can't", "they're". */
  private static boolean isElision(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetter(text.charAt(end)) && end < from + 3) {
      end++;
    }
    return text.substring(from, end).matches("s|t|d|m|re|ve|ll");
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c);
  }
}
