package org.newsgraph.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;

/** Nouns for what a person is or does, see {@code role-nouns.tsv}. */
public final class RoleNouns {
  /** The class of those for somebody's family. */
  public static final String KIN = "kin";

  private static final Map<String, String> CLASSES = read();
  private static final Pattern PLURAL = Pattern.compile("(?i)(?:s|(?<=m)en|(?<=wi)ves)(\\.?)$");

  private RoleNouns() {}

  private static Map<String, String> read() {
    Map<String, String> classes = new HashMap<>();
    for (List<String> row : WordLists.rows(RoleNouns.class, "role-nouns.tsv")) {
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
  public static Optional<String> classOf(String phrase) {
    return inSingular(phrase).or(() -> inSingular(stripped(phrase)));
  }

  /** Whether a phrase ends with a role in the plural. */
  public static boolean isPlural(String phrase) {
    return inSingular(phrase).isEmpty() && inSingular(stripped(phrase)).isPresent();
  }

  /** "Labour MP" of "Labour MPs"; a phrase that is no role's plural as it is. */
  public static String singular(String phrase) {
    return isPlural(phrase) ? stripped(phrase) : phrase;
  }

  private static String stripped(String phrase) {
    Matcher plural = PLURAL.matcher(phrase);
    if (!plural.find()) {
      return phrase;
    }
    String ending = plural.group().toLowerCase(Locale.ROOT);
    String singular = ending.startsWith("v") ? "fe" : ending.startsWith("e") ? "an" : "";
    return phrase.substring(0, plural.start()) + singular + plural.group(1);
  }

  private static Optional<String> inSingular(String phrase) {
    String small = phrase.toLowerCase(Locale.ROOT).replace(".", "").replace("- ", "-").strip();
    for (int from = 0; from >= 0 && from < small.length(); from = next(small, from)) {
      String found = CLASSES.get(small.substring(from));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Whether a word begins one of these nouns that has two words: "spin doctor". */
  public static boolean isInCompound(String word) {
    return CLASSES.keySet().stream().anyMatch(noun -> noun.startsWith(word + " "));
  }

  /** Whether a word is one of these nouns as it stands, and not their plural. */
  public static boolean isSingular(String noun) {
    return CLASSES.containsKey(noun);
  }

  private static int next(String phrase, int from) {
    int space = phrase.indexOf(' ', from);
    return space < 0 ? -1 : space + 1;
  }
}
