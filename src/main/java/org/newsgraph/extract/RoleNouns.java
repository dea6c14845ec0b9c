package org.newsgraph.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.Resources;

/** Nouns for what a person is or does, see {@code role-nouns.tsv}. */
final class RoleNouns {
  private static final Map<String, String> CLASSES = read();

  private RoleNouns() {}

  private static Map<String, String> read() {
    Map<String, String> classes = new HashMap<>();
    for (List<String> row : Resources.rows(RoleNouns.class, "role-nouns.tsv")) {
      for (String noun : row.get(1).split("\\|", -1)) {
        classes.putIfAbsent(noun, row.get(0).equals("-") ? noun : row.get(0));
      }
    }
    return classes;
  }

  /**
   * The class of the role that a phrase ends with: "Labour spin doctor" and "the Labour leader's
   * spokesman" both end with a voice. Without a class of its own, a noun is its own class.
   */
  static Optional<String> classOf(String phrase) {
    String small = phrase.toLowerCase(Locale.ROOT).replace(".", "").replace("- ", "-").strip();
    for (int from = 0; from >= 0 && from < small.length(); from = next(small, from)) {
      String end = small.substring(from);
      Optional<String> found = Optional.ofNullable(CLASSES.get(end)).or(() -> singular(end));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether a word is one of these nouns as it stands, and not their plural. */
  static boolean isSingular(String noun) {
    return CLASSES.containsKey(noun);
  }

  private static int next(String phrase, int from) {
    int space = phrase.indexOf(' ', from);
    return space < 0 ? -1 : space + 1;
  }

  private static Optional<String> singular(String noun) {
    return noun.endsWith("s")
        ? Optional.ofNullable(CLASSES.get(noun.substring(0, noun.length() - 1)))
        : Optional.empty();
  }
}
