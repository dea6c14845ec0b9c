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

  /** Maximum number of ASCII characters to which one Latin letter is folded. */
  private static final int MAX_FOLDED_LENGTH = 4;

  private NameKey() {}

  /**
   * Returns the key of a name. The key is empty only for a blank name, contains no NUL character,
   * and is its own key.
   */
  public static String of(String name) {
    String exact = normalizedSpelling(name);
    return isAscii(exact) ? ofAscii(exact) : ofUnicode(exact);
  }

  /** Most names are ASCII, which is its own normal form and much faster. */
  private static String ofAscii(String exact) {
    StringBuilder key = new StringBuilder(exact.length());
    boolean gap = false;
    for (int i = 0; i < exact.length(); i++) {
      char c = exact.charAt(i);
      boolean upperCase = c >= 'A' && c <= 'Z';
      if (c == '&') {
        append(key, "and", true);
        gap = true;
      } else if (upperCase || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        if (gap && !key.isEmpty()) {
          key.append(' ');
        }
        key.append(upperCase ? (char) (c + 'a' - 'A') : c);
        gap = false;
      } else if (c != '.' && !isApostrophe(c)) {
        gap = true;
      }
    }
    return key.isEmpty() ? exact.toLowerCase(Locale.ROOT) : key.toString();
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
    String composed = isAscii(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFC);
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

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
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
