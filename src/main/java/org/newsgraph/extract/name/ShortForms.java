package org.newsgraph.extract.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;

/** What an organisation may be called for short, once its whole name has been given. */
public final class ShortForms {
  /** Few names have more words, and a text of one name must not take for ever. */
  private static final int LONGEST = 8;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern LEADING_INITIALS =
      Pattern.compile("^(?:\\p{Lu}\\. ?){1,3}(?=\\p{Lu})");
  private static final Pattern COUNTRY =
      Pattern.compile("^(?:U\\.S\\.|US|U\\.K\\.|UK|United States|United Kingdom) (?=\\p{Lu})");

  /**
   * With one of these at its end, the beginning of a name is a whole name by itself, of something
   * else.
   */
  private static final Set<String> WHOLE = WordLists.words(ShortForms.class, "bodies.txt");

  /** So many names begin with these that one of them alone tells of nothing. */
  private static final Set<String> COMMON =
      WordLists.words(ShortForms.class, "common-first-words.txt");

  private ShortForms() {}

  /** By its first words, without a country before it, without initials before a family name. */
  public static List<String> ofOrganisation(String name) {
    List<String> forms = new ArrayList<>();
    String bare = LegalForm.without(name);
    add(bare.equals(name) ? "" : bare, forms);
    List<String> words = List.of(SPACE.split(bare, -1));
    if (words.size() > 1 && words.get(0).length() > 2 && isTelling(words.get(0))) {
      add(words.get(0), forms);
    }
    for (int size = 2; size < Math.min(words.size(), LONGEST); size++) {
      if (Character.isUpperCase(words.get(size - 1).codePointAt(0))
          && !WHOLE.contains(words.get(size - 1))) {
        add(String.join(" ", words.subList(0, size)), forms);
      }
    }
    for (Pattern prefix : List.of(COUNTRY, LEADING_INITIALS)) {
      Matcher matcher = prefix.matcher(bare);
      add(matcher.find() ? bare.substring(matcher.end()) : "", forms);
    }
    return forms;
  }

  /** Whether a word tells what kind of body is named: "Committee", "University". */
  static boolean isBody(String word) {
    return WHOLE.contains(word);
  }

  /** The name without "U.S." or another country's name before it. */
  public static String withoutCountry(String name) {
    return COUNTRY.matcher(name).replaceFirst("");
  }

  private static void add(String form, List<String> forms) {
    if (!form.isEmpty()) {
      forms.add(form);
    }
  }

  private static boolean isTelling(String word) {
    return Character.isUpperCase(word.codePointAt(0))
        && !COMMON.contains(word)
        && Gazetteer.of(word).isEmpty();
  }

  /** By its initials, with and without what tells its legal form; each of two letters or more. */
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
