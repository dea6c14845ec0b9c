package org.newsgraph.extract.coref;

import java.util.Locale;
import java.util.Set;
import org.newsgraph.extract.OfficeAbbreviations;
import org.newsgraph.extract.RoleNouns;

/** What the words of a source show about the speaker. */
enum SourceKind {
  /** "he", "she". */
  PERSON_PRONOUN,
  /** "it". */
  IT,
  /** "they". */
  THEY,
  /** A description of one person by office or occupation: "the senator". */
  PERSON,
  /** A singular noun for a group of people: "the commission". */
  ORGANISATION,
  /** Something that is said to say something: "the report". */
  THING,
  /** A plural: "critics". */
  MANY,
  /** A description by any other noun. */
  OTHER;

  private static final Set<String> PERSON_PRONOUNS = Set.of("he", "she", "him", "her", "his");

  /** Returns the kind of a source with these words. */
  static SourceKind of(String words) {
    String lowerCase = words.toLowerCase(Locale.ROOT);
    if (PERSON_PRONOUNS.contains(lowerCase)) {
      return PERSON_PRONOUN;
    }
    if (lowerCase.equals("it")) {
      return IT;
    }
    if (lowerCase.equals("they")) {
      return THEY;
    }
    String noun = NounPhraseNumber.headNoun(words).orElse("");
    if (NounPhraseNumber.isPlural(noun)) {
      return MANY;
    }
    if (NounPhraseNumber.isGroup(noun)) {
      return ORGANISATION;
    }
    if (NounPhraseNumber.isThing(words)) {
      return THING;
    }
    return RoleNouns.classOf(noun).isPresent()
            || OfficeAbbreviations.of(noun.toUpperCase(Locale.ROOT))
                .filter(it -> words.contains(it.abbreviation()))
                .isPresent()
            || DefiniteDescriptionResolver.isPerson(words)
        ? PERSON
        : OTHER;
  }
}
