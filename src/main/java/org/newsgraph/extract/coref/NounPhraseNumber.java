package org.newsgraph.extract.coref;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.RoleNouns;

/**
 * Determines from the head noun of a description whether it refers to one person, a group or a
 * thing.
 */
final class NounPhraseNumber {
  /**
   * The rest of a phrase after its head noun: "an aide | to the senator", "a man | who lives
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

  /** Singular nouns for groups of people, to which "it" and "they" can refer. */
  private static final Set<String> GROUPS = WordLists.entries(NounPhraseNumber.class, "groups.txt");

  /** Nouns for things that "say" something: "report". */
  private static final Set<String> THINGS =
      WordLists.entries(NounPhraseNumber.class, "things-that-say.txt");

  private NounPhraseNumber() {}

  /** Tests whether "he" or "she" can refer to a description: "an Aleppo gravedigger". */
  static boolean isOnePerson(String description) {
    return headNoun(description)
        .filter(
            headNoun ->
                !isPlural(headNoun) && !GROUPS.contains(headNoun) && !THINGS.contains(headNoun))
        .isPresent();
  }

  /**
   * Tests whether "they" can refer to a description: "critics", "the senators", "a group of
   * voters".
   */
  static boolean isMany(String description) {
    return headNoun(description)
            .filter(headNoun -> isPlural(headNoun) || GROUPS.contains(headNoun))
            .isPresent()
        || description.contains(" and ");
  }

  /** Tests whether a singular noun, in lower case, denotes a group of people: "commission". */
  static boolean isGroup(String noun) {
    return GROUPS.contains(noun);
  }

  /** Tests whether "it" can refer to a description: "the report", "the campaign". */
  static boolean isThing(String description) {
    return headNoun(description)
        .filter(
            headNoun ->
                !isPlural(headNoun) && (GROUPS.contains(headNoun) || THINGS.contains(headNoun)))
        .isPresent();
  }

  /** Tests whether a noun is plural: "critics", "women". */
  static boolean isPlural(String noun) {
    return (noun.endsWith("s") && !noun.endsWith("ss") && RoleNouns.classOf(noun).isEmpty())
        || (noun.endsWith("s") && !RoleNouns.isSingular(noun))
        || (noun.endsWith("men") && noun.length() > 3)
        || noun.equals("people");
  }

  /** Returns the head noun of a description, in lower case, or empty if the head is a pronoun. */
  static Optional<String> headNoun(String description) {
    String head = AFTER_NOUN.matcher(description.strip()).replaceFirst("");
    String[] words = NOT_A_LETTER.split(head.toLowerCase(Locale.ROOT), -1);
    String headNoun = words.length == 0 ? "" : words[words.length - 1];
    return headNoun.isEmpty() || PRONOUNS.contains(headNoun)
        ? Optional.empty()
        : Optional.of(headNoun);
  }
}
