package org.newsgraph.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;

/**
 * Nouns for offices, professions and relatives, and their classes. They are listed in {@code
 * role-nouns.tsv}.
 */
public final class RoleNouns {
  /** Class of the nouns for relatives. */
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
   * Returns the class of the role noun at the end of a phrase: "Labour spin doctor" and "the Labour
   * leader's spokesman" are both of the class "voice". A noun without a class is a class of its
   * own.
   */
  public static Optional<String> classOf(String phrase) {
    return classOfSingular(phrase)
        .or(() -> classOfSingular(withoutPlural(phrase)))
        .or(() -> OfficeAbbreviations.of(lastWord(phrase)).map(it -> CLASSES.get(it.noun())));
  }

  private static String lastWord(String phrase) {
    String stripped = phrase.strip();
    return stripped.substring(stripped.lastIndexOf(' ') + 1);
  }

  /** Tests whether a phrase ends with a role noun in the plural. */
  public static boolean isPlural(String phrase) {
    return classOfSingular(phrase).isEmpty() && classOfSingular(withoutPlural(phrase)).isPresent();
  }

  /** Returns the singular of a role: "Labour MP" for "Labour MPs". Other phrases are unchanged. */
  public static String singular(String phrase) {
    return isPlural(phrase) ? withoutPlural(phrase) : phrase;
  }

  private static String withoutPlural(String phrase) {
    Matcher plural = PLURAL.matcher(phrase);
    if (!plural.find()) {
      return phrase;
    }
    String ending = plural.group().toLowerCase(Locale.ROOT);
    String singular = ending.startsWith("v") ? "fe" : ending.startsWith("e") ? "an" : "";
    return phrase.substring(0, plural.start()) + singular + plural.group(1);
  }

  private static Optional<String> classOfSingular(String phrase) {
    String normalized = phrase.toLowerCase(Locale.ROOT).replace(".", "").replace("- ", "-").strip();
    for (int from = 0; from >= 0 && from < normalized.length(); from = next(normalized, from)) {
      String found = CLASSES.get(normalized.substring(from));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Tests whether a word is the first word of a role noun of two or more words: "spin doctor". */
  public static boolean startsCompound(String word) {
    return CLASSES.keySet().stream().anyMatch(noun -> noun.startsWith(word + " "));
  }

  /** Tests whether a word is a role noun in the singular. */
  public static boolean isSingular(String noun) {
    return CLASSES.containsKey(noun);
  }

  private static int next(String phrase, int from) {
    int space = phrase.indexOf(' ', from);
    return space < 0 ? -1 : space + 1;
  }
}
