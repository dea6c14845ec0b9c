package org.newsgraph.store.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The terms under which a word is indexed, all at the same position. A search for the word looks
 * for the first of them, so that it matches other spellings without matching other words.
 *
 * <pre>
 *   O'Brien   OBrien, O, Brien       Moody's   Moody
 *   U.S.      U.S, US, U, S          US        US, u.s
 *   AT&amp;T      AT&amp;T, ATT, AT, T       1,000     1000, 1, 000
 * </pre>
 */
final class WordForms {
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+");

  /** Maximum number of letters of an abbreviation that is also written with points. */
  private static final int MAX_ABBREVIATION = 5;

  private WordForms() {}

  /**
   * A term.
   *
   * @param begin offset of the first character in the text of the word, in UTF-16 code units
   * @param end offset after the last character
   */
  record Form(String term, int begin, int end) {}

  /** Returns the term that a search for the word looks for. */
  static String searched(String word) {
    String term = withoutPossessive(word);
    if (term.chars().anyMatch(WordCharacters::isApostrophe)) {
      return joined(parts(term));
    }
    return THOUSANDS.matcher(term).matches() ? term.replace(",", "") : term;
  }

  /** Returns all terms of a word: the searched term, the term without signs, and the parts. */
  static List<Form> all(String word) {
    if (WordCharacters.isPlain(word)) {
      Form form = new Form(word, 0, word.length());
      return isCapitals(word) ? List.of(form, pointed(word, word.length())) : List.of(form);
    }
    String searched = searched(word);
    List<Form> forms = new ArrayList<>();
    forms.add(new Form(searched, 0, word.length()));
    List<Form> parts = parts(word);
    if (parts.size() > 1) {
      String joined = joined(parts);
      if (!joined.equals(searched) && joined.codePoints().noneMatch(Character::isDigit)) {
        forms.add(new Form(joined, 0, word.length()));
      }
      forms.addAll(parts);
    } else if (isCapitals(searched)) {
      forms.add(pointed(searched, word.length()));
    } else if (parts.size() == 1 && parts.get(0).end() < searched.length()) {
      forms.addAll(parts);
    }
    return forms;
  }

  /** Returns the abbreviation with points between its letters. */
  private static Form pointed(String capitals, int length) {
    return new Form(String.join(".", capitals.toLowerCase(Locale.ROOT).split("")), 0, length);
  }

  private static String joined(List<Form> parts) {
    StringBuilder joined = new StringBuilder();
    parts.forEach(part -> joined.append(part.term()));
    return joined.toString();
  }

  /** Returns the parts of a word between its signs, without a possessive "'s". */
  static List<Form> parts(String possessive) {
    String word = withoutPossessive(possessive);
    List<Form> parts = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      if (isSign(word.codePointAt(i))) {
        addPart(word, begin, i, parts);
        begin = i + 1;
      }
    }
    addPart(word, begin, word.length(), parts);
    return parts;
  }

  private static void addPart(String word, int begin, int end, List<Form> parts) {
    if (end > begin) {
      parts.add(new Form(word.substring(begin, end), begin, end));
    }
  }

  /** Tests for a sign within words, all of which are single code units. */
  private static boolean isSign(int character) {
    return !WordCharacters.isWordPart(character) && !WordCharacters.isInvisible(character);
  }

  private static String withoutPossessive(String word) {
    int sign = word.length() - 2;
    return sign > 0
            && WordCharacters.isApostrophe(word.charAt(sign))
            && (word.endsWith("s") || word.endsWith("S"))
        ? word.substring(0, sign)
        : word;
  }

  private static boolean isCapitals(String word) {
    return word.length() > 1
        && word.length() <= MAX_ABBREVIATION
        && word.chars().allMatch(it -> it < 128 && Character.isUpperCase(it));
  }
}
