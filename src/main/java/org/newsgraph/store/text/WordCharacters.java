package org.newsgraph.store.text;

import java.lang.Character.UnicodeScript;

/** Classes of characters in words. */
final class WordCharacters {
  /** Modifier letters that writers and transliterations use as apostrophes. */
  private static final String APOSTROPHES = "'`´·‘’‛′＇ʹʺʻʼʽʾʿˈˊˋ\u055a\u05f3\u05f4\u2027";

  private static final String HYPHENS = "-\u2010\u2011\u2012\u2013\uff0d";

  /** Code point of the first combining mark in Unicode. */
  private static final int FIRST_MARK = 0x300;

  private WordCharacters() {}

  /** Tests whether a character is written within words, and ignored there: O'Brien, Paral·lel. */
  static boolean isApostrophe(int character) {
    return character < 128
        ? character == '\'' || character == '`'
        : APOSTROPHES.indexOf(character) >= 0;
  }

  static boolean isHyphen(int character) {
    return HYPHENS.indexOf(character) >= 0;
  }

  /** Tests whether a character belongs to words: a letter, a digit or a combining mark. */
  static boolean isWordPart(int character) {
    return isWordStart(character) || isMark(character);
  }

  /** Tests whether a word can start with a character. */
  static boolean isWordStart(int character) {
    if (character < 128) {
      return Character.isLetterOrDigit(character);
    }
    return !isApostrophe(character)
        && (Character.isLetter(character) || isNumber(character) || isPictograph(character));
  }

  static boolean isNumber(int character) {
    return switch (Character.getType(character)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  static boolean isMark(int character) {
    if (character < FIRST_MARK) {
      return false;
    }
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  /** Tests whether a word consists of ASCII letters and digits, as most words do. */
  static boolean isPlain(CharSequence word) {
    for (int i = 0; i < word.length(); i++) {
      char character = word.charAt(i);
      if (character >= 128 || !Character.isLetterOrDigit(character)) {
        return false;
      }
    }
    return true;
  }

  /** Tests whether a character is invisible within words, such as a soft hyphen. */
  static boolean isInvisible(int character) {
    return character >= 128
        && character != '\u200b'
        && Character.getType(character) == Character.FORMAT;
  }

  /**
   * Tests whether a character is a word by itself, because its script has no spaces between words.
   */
  static boolean isWord(int character) {
    return character >= 0x2e80
        && (Character.isIdeographic(character)
            || UnicodeScript.of(character) == UnicodeScript.HIRAGANA
            || isPictograph(character));
  }

  private static boolean isPictograph(int character) {
    return character >= 0x1f000 && Character.getType(character) == Character.OTHER_SYMBOL;
  }
}
