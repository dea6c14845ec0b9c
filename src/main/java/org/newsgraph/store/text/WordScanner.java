package org.newsgraph.store.text;

/**
 * Finds the words of a text, for the index and for searches alike. Words consist of letters and
 * digits, with the following characters between them: apostrophes (O'Brien), "&amp;" (AT&amp;T),
 * "_", the point or comma of a number (3.5), and the points of an abbreviation (U.S.). A single
 * letter includes a following "+", "++" or "#" (C++). All other characters separate words.
 */
final class WordScanner {
  /** Maximum length of a word, in UTF-16 code units. The rest of a longer one is another word. */
  private static final int MAX_LENGTH = 200;

  private final String text;
  private int begin;
  private int end;

  WordScanner(String text) {
    this.text = text;
  }

  /** Returns the offset of the word's first character, in UTF-16 code units. */
  int begin() {
    return begin;
  }

  /** Returns the offset after the word's last character, in UTF-16 code units. */
  int end() {
    return end;
  }

  /** Advances to the next word. Returns false if there is none. */
  boolean next() {
    int start = end;
    while (start < text.length() && !WordCharacters.isWordStart(at(start))) {
      start += Character.charCount(at(start));
    }
    begin = start;
    end = start < text.length() ? endOfWord(start) : start;
    return end > begin;
  }

  private int endOfWord(int start) {
    int first = at(start);
    int second = start + Character.charCount(first);
    if (WordCharacters.isWord(first)) {
      return second;
    }
    int abbreviation = endOfAbbreviation(start);
    if (abbreviation > start) {
      return abbreviation;
    }
    int last = start;
    int i = second;
    while (i < text.length() && i - start < MAX_LENGTH) {
      int character = at(i);
      int next = i + Character.charCount(character);
      if (continuesWord(character)) {
        last = i;
      } else if (!WordCharacters.isInvisible(character) && !connects(last, character, next)) {
        break;
      }
      i = next;
    }
    i = last + Character.charCount(at(last));
    return i == second && Character.isLetter(first) ? endOfSigns(i) : i;
  }

  private static boolean continuesWord(int character) {
    return WordCharacters.isWordPart(character) && !WordCharacters.isWord(character);
  }

  /** Tests whether a character connects the parts of a word before and after it. */
  private boolean connects(int before, int character, int after) {
    if (after >= text.length() || !continuesWord(at(after))) {
      return false;
    }
    boolean digitBefore = Character.isDigit(at(before));
    boolean digitAfter = Character.isDigit(at(after));
    return switch (character) {
      case '&', '＆', '_' -> true;
      case '.', ',', '·' -> digitBefore == digitAfter && (digitBefore || character == '·');
      default -> WordCharacters.isApostrophe(character) && !digitAfter;
    };
  }

  /**
   * Returns the end of an abbreviation: at least two parts of one or two letters, one of them a
   * single letter. Returns 0 if there is none. A longer part is a word of its own ("J.K.Rowling").
   */
  private int endOfAbbreviation(int start) {
    int parts = 0;
    boolean single = false;
    int accepted = 0;
    for (int i = start; i < text.length(); ) {
      int letters = 0;
      int j = i;
      while (j < text.length() && letters < 3 && continuesWord(at(j))) {
        letters += Character.isLetter(at(j)) ? 1 : WordCharacters.isMark(at(j)) ? 0 : 3;
        j += Character.charCount(at(j));
      }
      if (letters == 0 || letters > 2) {
        break;
      }
      parts++;
      single |= letters == 1;
      accepted = j;
      if (j >= text.length() || text.charAt(j) != '.') {
        break;
      }
      i = j + 1;
    }
    return parts > 1 && single ? accepted : 0;
  }

  /** Returns the end of the signs after a single letter: "C++", "F#". */
  private int endOfSigns(int from) {
    int i = from;
    while (i < text.length() && i < from + 2 && (text.charAt(i) == '+' || text.charAt(i) == '#')) {
      i++;
    }
    return i < text.length() && WordCharacters.isWordPart(at(i)) ? from : i;
  }

  private int at(int index) {
    return text.codePointAt(index);
  }
}
