package org.newsgraph.article.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words of a headline, to test whether a text is about it. Languages that are written without
 * spaces, or with short words, are compared by pairs of characters.
 *
 * @param terms words or pairs of characters, in lower case
 */
record TitleWords(List<String> terms) {
  /** Minimum share of the terms that occur in a text about the headline. */
  private static final double MIN_SHARE = 0.25;

  private static final int MIN_WORD = 4;
  private static final int FIRST_WIDE = 0x2E80;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  static TitleWords of(String title) {
    return new TitleWords(
        NO_WORD
            .splitAsStream(title.toLowerCase(Locale.ROOT))
            .flatMap(TitleWords::terms)
            .distinct()
            .toList());
  }

  private static Stream<String> terms(String word) {
    if (word.codePoints().anyMatch(c -> c >= FIRST_WIDE)) {
      return IntStream.range(0, word.length() - 1).mapToObj(i -> word.substring(i, i + 2));
    }
    return word.length() >= MIN_WORD ? Stream.of(word) : Stream.empty();
  }

  /** Tests whether a text is about the headline. A headline without terms matches every text. */
  boolean matches(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return terms.stream().filter(lower::contains).count() >= MIN_SHARE * terms.size();
  }
}
