package org.newsgraph.link;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a Wikipedia title: "Victoria (state)", "Aurora, Colorado".
 *
 * @param name title without the qualifier: "Victoria"
 * @param qualifier the part that distinguishes it from others of the same name: "state"
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

  /** Tests whether the title denotes a concept: "Islamic state", not "Islamic State". */
  boolean isConcept() {
    List<String> words = words(name);
    boolean lowerCase = words.stream().skip(1).allMatch(Title::isLowerCase);
    return lowerCase && !words.isEmpty() && (words.size() > 1 || isLowerCase(words.get(0)));
  }

  private static boolean isLowerCase(String word) {
    return Character.isLowerCase(word.codePointAt(0));
  }

  private static List<String> words(String name) {
    return WORDS.matcher(name).results().map(MatchResult::group).toList();
  }
}
