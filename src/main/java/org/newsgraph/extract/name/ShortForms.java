package org.newsgraph.extract.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;

/**
 * Generates the short forms by which an article may refer to an organisation after its full name.
 */
public final class ShortForms {
  /**
   * Maximum number of words in a short form, exclusive. It bounds the time spent on a long name.
   */
  private static final int MAX_WORDS = 8;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern LEADING_INITIALS =
      Pattern.compile("^(?:\\p{Lu}\\. ?){1,3}(?=\\p{Lu})");
  private static final Pattern COUNTRY =
      Pattern.compile("^(?:U\\.S\\.|US|U\\.K\\.|UK|United States|United Kingdom) (?=\\p{Lu})");

  /**
   * Nouns for organisations, "Committee". A name truncated after one of them would be the full name
   * of another organisation.
   */
  private static final Set<String> BODIES = WordLists.entries(ShortForms.class, "bodies.txt");

  /** First words that are too common to identify a name on their own. */
  private static final Set<String> COMMON =
      WordLists.entries(ShortForms.class, "common-first-words.txt");

  private ShortForms() {}

  /**
   * Returns the short forms of a name: its first words, the name without a country before it, and
   * the name without initials before a family name.
   */
  public static List<String> ofOrganisation(String name) {
    List<String> forms = new ArrayList<>();
    String bare = LegalForm.without(name);
    add(bare.equals(name) ? "" : bare, forms);
    List<String> words = List.of(SPACE.split(bare, -1));
    if (words.size() > 1 && words.get(0).length() > 2 && isDistinctive(words.get(0))) {
      add(words.get(0), forms);
    }
    for (int size = 2; size < Math.min(words.size(), MAX_WORDS); size++) {
      if (Character.isUpperCase(words.get(size - 1).codePointAt(0))
          && !BODIES.contains(words.get(size - 1))) {
        add(String.join(" ", words.subList(0, size)), forms);
      }
    }
    for (Pattern prefix : List.of(COUNTRY, LEADING_INITIALS)) {
      Matcher matcher = prefix.matcher(bare);
      add(matcher.find() ? bare.substring(matcher.end()) : "", forms);
    }
    return forms;
  }

  /** Returns a town's name without its state: "Selma" of "Selma, Alabama". */
  public static Optional<String> ofTown(String place) {
    int comma = place.indexOf(", ");
    return comma > 0 ? Optional.of(place.substring(0, comma)) : Optional.empty();
  }

  /** Tests whether a word is a noun for an organisation: "Committee", "University". */
  static boolean isBody(String word) {
    return BODIES.contains(word);
  }

  /** Returns the name without "U.S." or another country's name before it. */
  public static String withoutCountry(String name) {
    return COUNTRY.matcher(name).replaceFirst("");
  }

  private static void add(String form, List<String> forms) {
    if (!form.isEmpty()) {
      forms.add(form);
    }
  }

  private static boolean isDistinctive(String word) {
    return Character.isUpperCase(word.codePointAt(0))
        && !COMMON.contains(word)
        && Gazetteer.of(word).isEmpty();
  }

  /**
   * Returns the initials of a name, with and without its legal form, if they have two letters or
   * more.
   */
  public static List<String> initials(String name) {
    List<String> forms = new ArrayList<>();
    for (String form : List.of(name, LegalForm.without(name))) {
      List<String> words = List.of(SPACE.split(form, -1));
      String initials = DocumentGazetteer.initials(words);
      if (words.size() > 1 && initials.length() > 1) {
        forms.add(initials);
      }
    }
    return forms;
  }
}
