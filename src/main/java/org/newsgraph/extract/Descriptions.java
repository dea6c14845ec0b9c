package org.newsgraph.extract;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the words tell by which an article describes a speaker without a name: one person, or
 * others.
 */
final class Descriptions {
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

  /** Singular nouns for many, and for things that "say". */
  private static final Set<String> NOT_ONE =
      Set.of(
          "ad",
          "administration",
          "advert",
          "agency",
          "announcement",
          "article",
          "association",
          "audience",
          "bank",
          "bill",
          "blog",
          "board",
          "book",
          "campaign",
          "caption",
          "coalition",
          "column",
          "commission",
          "committee",
          "community",
          "company",
          "complaint",
          "congress",
          "council",
          "couple",
          "court",
          "crowd",
          "department",
          "document",
          "editorial",
          "email",
          "e-mail",
          "family",
          "filing",
          "firm",
          "foundation",
          "government",
          "group",
          "house",
          "indictment",
          "law",
          "lawsuit",
          "letter",
          "magazine",
          "media",
          "memo",
          "message",
          "ministry",
          "network",
          "newspaper",
          "note",
          "office",
          "opposition",
          "order",
          "panel",
          "paper",
          "parliament",
          "party",
          "people",
          "police",
          "poll",
          "post",
          "press",
          "program",
          "public",
          "release",
          "report",
          "research",
          "ruling",
          "senate",
          "sign",
          "site",
          "source",
          "spot",
          "staff",
          "state",
          "statement",
          "station",
          "story",
          "study",
          "survey",
          "team",
          "text",
          "tweet",
          "union",
          "university",
          "video",
          "website");

  private Descriptions() {}

  /** Whether "he" or "she" can stand for who is described so: "an Aleppo gravedigger". */
  static boolean isOnePerson(String description) {
    return noun(description).filter(noun -> !isPlural(noun) && !NOT_ONE.contains(noun)).isPresent();
  }

  /** Whether "they" can: "critics", "the senators", "a group of voters". */
  static boolean isMany(String description) {
    return noun(description).filter(noun -> isPlural(noun) || NOT_ONE.contains(noun)).isPresent()
        || description.contains(" and ");
  }

  /** Whether "it" can: "the report", "the campaign". */
  static boolean isThing(String description) {
    return noun(description).filter(noun -> !isPlural(noun) && NOT_ONE.contains(noun)).isPresent();
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
