package org.newsgraph.link;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Wikipedia title in its parts: "Victoria (state)", "Aurora, Colorado".
 *
 * @param name what it is called
 * @param qualifier what tells it from others of its name
 */
record Title(String name, Optional<String> qualifier) {
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
    String[] words = name.split(" ");
    boolean lower = words.length > 1;
    for (int i = 1; i < words.length && lower; i++) {
      lower = Character.isLowerCase(words[i].codePointAt(0));
    }
    return lower
        || Character.isLowerCase(name.codePointAt(0))
            && name.codePoints().noneMatch(Character::isUpperCase);
  }

  /** The first letters of its words, as acronyms have them. */
  String initials() {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("[ -]")) {
      if (!word.isEmpty() && Character.isUpperCase(word.codePointAt(0))) {
        initials.appendCodePoint(word.codePointAt(0));
      }
    }
    return initials.toString();
  }
}
