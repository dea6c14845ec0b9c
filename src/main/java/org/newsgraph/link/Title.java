package org.newsgraph.link;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Wikipedia title in its parts: "Victoria (state)", "Aurora, Colorado".
 *
 * @param name what it is called
 * @param qualifier what tells it from others of its name
 */
record Title(String name, Optional<String> qualifier) {
  private static final Pattern WORDS = Pattern.compile("[^ -]+");
  private static final Pattern BRACKET = Pattern.compile("(.+?) \\((.+)\\)");
  private static final Pattern COMMA = Pattern.compile("(.+?), (.+)");

  static Title of(Item item) {
    String title = item.title().orElse(item.label());
    for (Pattern pattern : new Pattern[] {BRACKET, COMMA}) {
      Matcher parts = pattern.matcher(title);
      if (parts.matches()) {
        return new Title(parts.group(1), Optional.of(parts.group(2)));
      }
    }
    return new Title(title, Optional.empty());
  }

  /** Whether it is a concept's: "Islamic state", not "Islamic State". */
  boolean isConcept() {
    List<String> words = words();
    boolean small = words.stream().skip(1).allMatch(Title::isSmall);
    return small && !words.isEmpty() && (words.size() > 1 || isSmall(words.get(0)));
  }

  private static boolean isSmall(String word) {
    return Character.isLowerCase(word.codePointAt(0));
  }

  /** The first letters of its words, as acronyms have them. */
  String initials() {
    StringBuilder initials = new StringBuilder();
    words().stream()
        .mapToInt(word -> word.codePointAt(0))
        .filter(Character::isUpperCase)
        .forEach(initials::appendCodePoint);
    return initials.toString();
  }

  private List<String> words() {
    return WORDS.matcher(name).results().map(MatchResult::group).toList();
  }
}
