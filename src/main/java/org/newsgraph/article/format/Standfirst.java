package org.newsgraph.article.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Recognises the standfirst of an article, the summary between its headline and its text.
 *
 * @param descriptions descriptions of the article in the page's metadata, normalised
 */
record Standfirst(List<String> descriptions) {
  private static final int MIN_LENGTH = 20;

  /** Minimum length of the part that a block and a description share, in UTF-16 code units. */
  private static final int MIN_SHARED = 40;

  /** Number of elements above the text that may have the name of a standfirst. */
  private static final int MAX_NAMED_DEPTH = 3;

  private static final ElementNames NAMES = ElementNames.of("standfirst-words.txt");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Creates a recogniser from the descriptions as the page states them. */
  static Standfirst of(List<String> descriptions) {
    return new Standfirst(
        descriptions.stream().map(Standfirst::normalize).filter(it -> !it.isEmpty()).toList());
  }

  /** Tests whether a block above the article's text is its standfirst. */
  boolean matches(PageBlock block) {
    if (block.text().length() < MIN_LENGTH) {
      return false;
    }
    String text = normalize(block.text());
    return descriptions.stream().anyMatch(it -> sharesStart(it, text)) || isNamed(block.element());
  }

  private static boolean sharesStart(String description, String text) {
    int length = Math.min(description.length(), text.length());
    return description.equals(text)
        || (length >= MIN_SHARED
            && description.regionMatches(0, text, 0, Math.max(MIN_SHARED, length - 10)));
  }

  private static boolean isNamed(Element element) {
    Element named = element;
    for (int i = 0; i < MAX_NAMED_DEPTH && named != null; i++) {
      if (NAMES.matches(named)) {
        return true;
      }
      named = named.parent();
    }
    return false;
  }

  private static String normalize(String text) {
    return NO_WORD.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
