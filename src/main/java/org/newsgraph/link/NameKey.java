package org.newsgraph.link;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Normalization of names for lookup. The key of a name consists of its letters and digits, without
 * case, accents and punctuation. "U.S." and "us" have the same key, and so do "Bashar al-Assad" and
 * "Bashar Al Assad".
 */
public final class NameKey {
  /** Maximum length of an indexed name, in UTF-16 code units; nobody writes longer names. */
  public static final int MAX_LENGTH = 250;

  // Characters that stand for the same letters in any name: Latin letters, and dashes and quotation
  // marks, which come later in Unicode.
  private static final char END_OF_LATIN = 0x300;
  private static final char LATIN_ADDITIONS = 0x1E00;
  private static final char END_OF_LATIN_ADDITIONS = 0x1F00;
  private static final char PUNCTUATION = 0x2010;
  private static final char END_OF_PUNCTUATION = 0x2020;

  /** Maximum number of ASCII characters to which one Latin letter is folded. */
  private static final int MAX_FOLDED_LENGTH = 4;

  /** Parts of keys by character, filled when a character first occurs. */
  private static final String[] LATIN_PARTS = new String[END_OF_PUNCTUATION];

  /** Maximum number of characters of such a part, including spaces: " and " for "&". */
  private static final int MAX_PART_LENGTH = 5;

  private NameKey() {}

  /**
   * Returns the key of a name. The key is empty only for a blank name, contains no NUL character,
   * and is its own key.
   */
  public static String of(String name) {
    String key = isLatin(name) ? ofLatin(name) : "";
    return key.isEmpty() ? ofUnicode(normalizedSpelling(name)) : key;
  }

  /**
   * Most names are Latin, and this is much faster than the normalization of the name. Returns an
   * empty string if the name has neither letters nor digits.
   */
  private static String ofLatin(String name) {
    char[] key = new char[name.length() * MAX_PART_LENGTH];
    int length = 0;
    boolean gap = false;
    for (int i = 0; i < name.length(); i++) {
      String part = part(name.charAt(i));
      for (int j = 0; j < part.length(); j++) {
        char c = part.charAt(j);
        if (c == ' ') {
          gap = true;
        } else {
          if (gap && length > 0) {
            key[length++] = ' ';
          }
          gap = false;
          key[length++] = c;
        }
      }
    }
    return new String(key, 0, length);
  }

  /** Returns the part of a key that a Latin character makes: "ss" for "ß", a space for "-". */
  private static String part(char c) {
    // Threads may see a part late, but never in part, because strings are immutable.
    String part = LATIN_PARTS[c];
    if (part == null) {
      String key = ofUnicode(normalizedSpelling("x" + c + "x"));
      part = key.substring(1, key.length() - 1);
      LATIN_PARTS[c] = part;
    }
    return part;
  }

  private static String ofUnicode(String exact) {
    String letters = Normalizer.normalize(exact, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    letters = Normalizer.normalize(letters, Normalizer.Form.NFKD);
    StringBuilder key = new StringBuilder(letters.length());
    boolean gap = false;
    for (int i = 0; i < letters.length(); ) {
      int c = letters.codePointAt(i);
      i += Character.charCount(c);
      if (c == '&') {
        append(key, "and", true);
        gap = true;
      } else if (isLetter(c)) {
        append(key, folded(c), gap);
        gap = false;
      } else if (!isIgnorable(c)) {
        gap = true;
      }
    }
    // A band may be called "!!!".
    return key.isEmpty() ? normalizedSpelling(letters) : key.toString();
  }

  /**
   * Returns the name with normalized typography: single spaces, straight apostrophes, and composed
   * accents (NFC).
   */
  public static String normalizedSpelling(String name) {
    String composed = isLatin(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFC);
    StringBuilder exact = new StringBuilder(composed.length());
    boolean gap = false;
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        gap = true;
      } else {
        if (gap && !exact.isEmpty()) {
          exact.append(' ');
        }
        gap = false;
        exact.append(isApostrophe(c) ? '\'' : c);
      }
    }
    return exact.toString();
  }

  /** Tests whether all characters are Latin, composed, and common in names. */
  private static boolean isLatin(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= END_OF_LATIN
          && (c < LATIN_ADDITIONS || c >= END_OF_LATIN_ADDITIONS)
          && (c < PUNCTUATION || c >= END_OF_PUNCTUATION)) {
        return false;
      }
    }
    return true;
  }

  private static void append(StringBuilder key, String letters, boolean gap) {
    if (gap && !key.isEmpty()) {
      key.append(' ');
    }
    key.append(letters);
  }

  private static boolean isLetter(int c) {
    return (Character.isLetterOrDigit(c) && !isApostrophe(c))
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** Tests whether a character is dropped from the key without leaving a space. */
  private static boolean isIgnorable(int c) {
    int type = Character.getType(c);
    return c == '.'
        || isApostrophe(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '`' || c == '´' || c == '‘' || c == '’' || (c >= 'ʹ' && c <= 'ʿ');
  }

  private static String folded(int c) {
    if (c < 0x80) {
      return Character.toString(c);
    }
    if (c == 'ς') {
      return "σ";
    }
    if (!Character.isBmpCodePoint(c)) {
      return Character.toString(c);
    }
    char[] ascii = new char[MAX_FOLDED_LENGTH];
    int length = ASCIIFoldingFilter.foldToASCII(new char[] {(char) c}, 0, ascii, 0, 1);
    return new String(ascii, 0, length).toLowerCase(Locale.ROOT);
  }
}
