package org.newsgraph.article.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Approximate rules about sentences, as far as the layout needs them. Exact sentence boundaries are
 * found in the package {@code text}.
 */
final class SentenceHeuristics {
  private static final String QUOTES = "\"'‘’‚‛“”„‟«»‹›`";
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’](?=\\p{L})");

  /**
   * Boundaries between the sentences and quotations of a paragraph. The look-behind prevents a long
   * run of white space from being tried at each of its positions.
   */
  private static final Pattern BREAK =
      Pattern.compile(
          "(?<=[.!?…])[\\p{Z}\\s\"”’»“]+"
              + "|(?<![\\p{Z}\\s])[:;]?[\\p{Z}\\s]++(?=[\"“‘«„])"
              + "|[\"“”«»„]+");

  private SentenceHeuristics() {}

  /** Tests whether a sentence may end with this character. */
  static boolean isEnd(int codePoint) {
    return ".!?…:".indexOf(codePoint) >= 0 || isQuote(codePoint);
  }

  static boolean isQuote(int codePoint) {
    return QUOTES.indexOf(codePoint) >= 0;
  }

  /** Tests whether the text ends like a sentence, ignoring closing quotation marks and brackets. */
  static boolean isFinished(String text) {
    int at = text.length() - 1;
    while (at >= 0 && (isQuote(text.charAt(at)) || ")]".indexOf(text.charAt(at)) >= 0)) {
      at--;
    }
    return at >= 0 && ".!?…".indexOf(text.charAt(at)) >= 0;
  }

  /**
   * Returns the words of a text in lower case, separated by single spaces and without punctuation.
   */
  static String normalize(String text) {
    String joined = APOSTROPHE.matcher(text).replaceAll("");
    return NOT_WORD.matcher(joined).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /** Returns the words of a text, in lower case. */
  static List<String> words(String text) {
    String normalized = normalize(text);
    return normalized.isEmpty() ? List.of() : List.of(normalized.split(" ", -1));
  }

  /** Returns the approximate sentences and quotations of a paragraph. */
  static List<String> segments(String paragraph) {
    List<String> pieces = new ArrayList<>();
    for (String piece : BREAK.split(paragraph, -1)) {
      if (!piece.isBlank()) {
        pieces.add(piece);
      }
    }
    return pieces;
  }

  /** Tests whether a line consists of two or more words in capital letters. */
  static boolean isInCapitals(String line) {
    return line.equals(line.toUpperCase(Locale.ROOT)) && words(line).size() > 1;
  }
}
