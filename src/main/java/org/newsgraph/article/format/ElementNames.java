package org.newsgraph.article.format;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.newsgraph.article.WordLists;

/**
 * A vocabulary of names that templates give to elements of one purpose: in classes, identifiers and
 * similar attributes, and in the names of custom elements ({@code <amp-ad>}).
 */
final class ElementNames {
  private static final String[] ATTRIBUTES = {"id", "itemprop", "data-testid", "data-component"};
  private static final Pattern WORD_BOUNDARY =
      Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  private static final int MAX_LENGTH = 200;

  /** First words of names that describe the state of an element: "no-caption", "has-sidebar". */
  private static final Pattern STATE = Pattern.compile(" (?:no|not|non|without|has|with) .*");

  private final Pattern words;

  private ElementNames(Pattern words) {
    this.words = words;
  }

  /**
   * Returns the vocabulary in a word list, which contains regular expressions of words in lower
   * case, separated by spaces.
   */
  static ElementNames of(String wordList) {
    String words = String.join("|", WordLists.lines(ElementNames.class, wordList));
    return new ElementNames(Pattern.compile(" (?:" + words + ") "));
  }

  /** Tests whether a name of the element contains a word of this vocabulary. */
  boolean matches(Element element) {
    String tag = element.normalName();
    Stream<String> custom = tag.contains("-") ? Stream.of(tag) : Stream.empty();
    return Stream.concat(
            Stream.concat(element.classNames().stream(), custom),
            Stream.of(ATTRIBUTES).map(element::attr))
        .filter(name -> !name.isEmpty() && name.length() <= MAX_LENGTH)
        .map(ElementNames::separated)
        .anyMatch(name -> words.matcher(name).find() && !STATE.matcher(name).matches());
  }

  /** Returns the words of a name between spaces: "articleLead" becomes " article lead ". */
  private static String separated(String name) {
    return WORD_BOUNDARY
        .splitAsStream(name)
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" ", " ", " "));
  }
}
