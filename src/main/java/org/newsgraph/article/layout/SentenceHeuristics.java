package org.newsgraph.article.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** As much about sentences as a layout needs; where they really end is {@code text}'s work. */
final class SentenceHeuristics {
  private static final String QUOTES = "\"'‘’‚‛“”„‟«»‹›`";
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’](?=\\p{L})");

  /**
   * Where a paragraph's sentences and quotations part. The look-behind keeps a long run of white
   * space from being tried at each of its places.
   */
  private static final Pattern BREAK =
      Pattern.compile(
          "(?<=[.!?…])[\\p{Z}\\s\"”’»“]+"
              + "|(?<![\\p{Z}\\s])[:;]?[\\p{Z}\\s]++(?=[\"“‘«„])"
              + "|[\"“”«»„]+");

  private SentenceHeuristics() {}

  /** Whether a sentence may end with this character. */
  static boolean isEnd(int codePoint) {
    return ".!?…:".indexOf(codePoint) >= 0 || isQuote(codePoint);
  }

  static boolean isQuote(int codePoint) {
    return QUOTES.indexOf(codePoint) >= 0;
  }

  /** Whether the text ends as a sentence does, closing quotation marks and brackets aside. */
  static boolean isFinished(String text) {
    int at = text.length() - 1;
    while (at >= 0 && (isQuote(text.charAt(at)) || ")]".indexOf(text.charAt(at)) >= 0)) {
      at--;
    }
    return at >= 0 && ".!?…".indexOf(text.charAt(at)) >= 0;
  }

  /** Its words alone, in lower case, one space between them: what is left when typography goes. */
  static String plain(String text) {
    String joined = APOSTROPHE.matcher(text).replaceAll("");
    return NOT_WORD.matcher(joined).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /** The words of a text, in lower case. */
  static List<String> words(String text) {
    String plain = plain(text);
    return plain.isEmpty() ? List.of() : List.of(plain.split(" ", -1));
  }

  /** A paragraph's sentences and quotations, roughly. */
  static List<String> pieces(String paragraph) {
    List<String> pieces = new ArrayList<>();
    for (String piece : BREAK.split(paragraph, -1)) {
      if (!piece.isBlank()) {
        pieces.add(piece);
      }
    }
    return pieces;
  }
}
