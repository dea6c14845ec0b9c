package org.newsgraph.store.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a search, as the index finds words in articles.
 *
 * @param text the word as written
 * @param variant the parts of the word, separated by spaces, if the word is also written so: "O
 *     Brien" for "O'Brien"; otherwise empty
 * @param separator the characters between the previous word and this one
 */
public record SearchWord(String text, String variant, String separator) {
  /** Signs between words that belong together: yes/no, 9:41, bbc.co.uk. */
  private static final String LINKS = "/:.@\\=+#";

  private static final NewsAnalyzer NAMES = NewsAnalyzer.ofQueries();

  /** Returns the words of a text. */
  public static List<SearchWord> of(String text) {
    List<SearchWord> words = new ArrayList<>();
    WordScanner scanner = new WordScanner(text);
    int end = 0;
    while (scanner.next()) {
      String word = text.substring(scanner.begin(), scanner.end());
      words.add(new SearchWord(word, variant(word), text.substring(end, scanner.begin())));
      end = scanner.end();
    }
    return words;
  }

  /** Tests whether a text contains a word. */
  public static boolean isIn(String text) {
    return new WordScanner(text).next();
  }

  /** Returns a text in lower case, without accents and apostrophes, to compare names. */
  public static String normalized(String text) {
    return NAMES.normalize("", text).utf8ToString();
  }

  private static String variant(String word) {
    List<String> parts = WordForms.parts(word).stream().map(WordForms.Form::term).toList();
    return parts.size() < 2 || word.codePoints().anyMatch(Character::isDigit)
        ? ""
        : String.join(" ", parts);
  }

  /** Tests whether the word belongs to the previous one, without a space between them. */
  public boolean isLinked() {
    return separator.isEmpty()
        || (separator.length() == 1 && (isHyphenated() || LINKS.contains(separator)));
  }

  /** Tests whether the separator is a hyphen. */
  public boolean isHyphenated() {
    return separator.length() == 1 && WordCharacters.isHyphen(separator.charAt(0));
  }
}
