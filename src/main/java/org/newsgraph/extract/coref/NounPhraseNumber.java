package org.newsgraph.extract.coref;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.RoleNouns;

/**
 * What the words tell by which an article describes a speaker without a name: one person, or
 * others.
 */
final class NounPhraseNumber {
  /**
   * Where the noun of a phrase has been said: "an aide | to the senator", "a man | who lives
   * there".
   */
  private static final Pattern AFTER_NOUN =
      Pattern.compile(
          "(?:,| (?:of|for|from|at|in|on|to|with|by|near|who|whom|that|which|and|or|but)\\b).*",
          Pattern.DOTALL);

  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}-]+");

  private static final Set<String> PRONOUNS =
      Set.of(
          "i",
          "we",
          "you",
          "they",
          "it",
          "he",
          "she",
          "who",
          "which",
          "that",
          "this",
          "these",
          "those",
          "one",
          "some",
          "many",
          "most",
          "others",
          "everyone",
          "nobody",
          "both",
          "all",
          "his",
          "her",
          "their",
          "its",
          "my",
          "our",
          "your",
          "them",
          "us",
          "me");

  /** Singular nouns for many: "it" and "they" can stand for them. */
  private static final Set<String> GROUPS = WordLists.words(NounPhraseNumber.class, "groups.txt");

  /** What "says" something and is nobody. */
  private static final Set<String> THINGS =
      WordLists.words(NounPhraseNumber.class, "things-that-say.txt");

  private NounPhraseNumber() {}

  /** Whether "he" or "she" can stand for who is described so: "an Aleppo gravedigger". */
  static boolean isOnePerson(String description) {
    return noun(description)
        .filter(noun -> !isPlural(noun) && !GROUPS.contains(noun) && !THINGS.contains(noun))
        .isPresent();
  }

  /** Whether "they" can: "critics", "the senators", "a group of voters". */
  static boolean isMany(String description) {
    return noun(description).filter(noun -> isPlural(noun) || GROUPS.contains(noun)).isPresent()
        || description.contains(" and ");
  }

  /** Whether a singular noun, in small letters, stands for a body of people: "commission". */
  static boolean isGroup(String noun) {
    return GROUPS.contains(noun);
  }

  /** Whether "it" can: "the report", "the campaign". */
  static boolean isThing(String description) {
    return noun(description)
        .filter(noun -> !isPlural(noun) && (GROUPS.contains(noun) || THINGS.contains(noun)))
        .isPresent();
  }

  /** Whether a noun stands for more than one: "critics", "women". */
  static boolean isPlural(String noun) {
    return (noun.endsWith("s") && !noun.endsWith("ss") && RoleNouns.classOf(noun).isEmpty())
        || (noun.endsWith("s") && !RoleNouns.isSingular(noun))
        || (noun.endsWith("men") && noun.length() > 3)
        || noun.equals("people");
  }

  /** The noun that the description is about, in small letters; none where it is a pronoun. */
  private static Optional<String> noun(String description) {
    String head = AFTER_NOUN.matcher(description.strip()).replaceFirst("");
    String[] words = NOT_A_LETTER.split(head.toLowerCase(Locale.ROOT), -1);
    String noun = words.length == 0 ? "" : words[words.length - 1];
    return noun.isEmpty() || PRONOUNS.contains(noun) ? Optional.empty() : Optional.of(noun);
  }
}
