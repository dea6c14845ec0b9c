package org.newsgraph.extract.coref;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.OfficeAbbreviations;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.Token;

/**
 * A source that refers to one person without a name: "she", "the Rajshahi lawmaker".
 *
 * @param span range of the source
 * @param words text of the source
 * @param kind whether it is a pronoun or a description
 * @param gender gender that the words indicate
 * @param sentence number of its sentence
 * @param paragraph index of its paragraph
 * @param head head noun in lower case, "lawmaker"; empty for a pronoun
 * @param roleClass class of the head noun, if it is a role noun
 * @param modifiers other nouns and adjectives, in lower case
 * @param compounds nouns directly before the head that form a compound with it: "band" in "the band
 *     leader"
 * @param names proper nouns among the other words, in lower case: "rajshahi"
 */
record PersonSource(
    Span span,
    String words,
    Kind kind,
    Gender gender,
    int sentence,
    int paragraph,
    String head,
    Optional<String> roleClass,
    Set<String> modifiers,
    Set<String> compounds,
    Set<String> names) {
  private static final Pattern INDEFINITE =
      Pattern.compile("^(?:a|an|one|another|some) .*", Pattern.CASE_INSENSITIVE);
  private static final Pattern DEFINITE =
      Pattern.compile("^(?:the|this|that) .*", Pattern.CASE_INSENSITIVE);
  private static final Pattern POSSESSIVE =
      Pattern.compile("^(?:his|her|its|their) .*", Pattern.CASE_INSENSITIVE);
  private static final Pattern GENITIVE = Pattern.compile(".+[’']s? .+");
  private static final Pattern ARTICLE =
      Pattern.compile("^(?:the|a|an|this|that|his|her|their|its) ", Pattern.CASE_INSENSITIVE);

  /** Kind of a source. */
  enum Kind {
    /** "he", "she". */
    PRONOUN,
    /** A description by an office or occupation: "the senator". */
    DESCRIPTION
  }

  /** How a description begins. */
  enum Determiner {
    INDEFINITE,
    DEFINITE,
    POSSESSIVE,
    NONE
  }

  /** Returns a source, or empty if its words do not refer to one person. */
  static Optional<PersonSource> of(DocumentTokens tokens, Span span, String words) {
    Optional<Gender> pronounGender =
        Optional.ofNullable(SpeakerResolver.PRONOUNS.get(words.toLowerCase(Locale.ROOT)));
    boolean pronoun = pronounGender.isPresent();
    String head = pronoun ? "" : NounPhraseNumber.headNoun(words).orElse("");
    Optional<String> roleClass = roleClass(words, head);
    boolean described =
        !NounPhraseNumber.isPlural(head)
            && !NounPhraseNumber.isGroup(head)
            && !NounPhraseNumber.isThing(words)
            && (roleClass.isPresent() || DefiniteDescriptionResolver.isPerson(words));
    if (!pronoun && !described) {
      return Optional.empty();
    }
    int first = tokens.indexAtOrAfter(span.begin());
    Set<String> modifiers = new HashSet<>();
    Set<String> compounds = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int at = first;
        at < tokens.size() && tokens.word(at).token().span().begin() < span.end();
        at++) {
      Token token = tokens.word(at).token();
      String word = token.word().toLowerCase(Locale.ROOT);
      if ((token.pos().isNoun() || token.pos() == PartOfSpeech.ADJECTIVE) && !word.equals(head)) {
        boolean capital = Character.isUpperCase(token.word().codePointAt(0));
        boolean name = capital && (at > first || token.pos() == PartOfSpeech.PROPER_NOUN);
        (name ? names : modifiers).add(word);
        if (!name && isCompound(tokens, at, head)) {
          compounds.add(word);
        }
      }
    }
    return Optional.of(
        new PersonSource(
            span,
            words,
            pronoun ? Kind.PRONOUN : Kind.DESCRIPTION,
            pronounGender.orElseGet(() -> genderOf(head)),
            tokens.word(first).sentence(),
            tokens.word(first).paragraph(),
            head,
            roleClass,
            modifiers,
            compounds,
            names));
  }

  /** Tests whether a noun forms a compound with the head noun after it. */
  private static boolean isCompound(DocumentTokens tokens, int at, String head) {
    return at + 1 < tokens.size()
        && tokens.word(at).token().pos() == PartOfSpeech.NOUN
        && tokens.word(at + 1).token().word().equalsIgnoreCase(head)
        && !RoleNouns.startsCompound(tokens.word(at).token().word())
        && RoleNouns.classOf(tokens.word(at).token().word()).isEmpty();
  }

  private static Optional<String> roleClass(String words, String head) {
    String abbreviation = head.toUpperCase(Locale.ROOT);
    return RoleNouns.classOf(head)
        .or(
            () ->
                words.contains(abbreviation) && OfficeAbbreviations.of(abbreviation).isPresent()
                    ? RoleNouns.classOf(abbreviation)
                    : Optional.empty());
  }

  private static Gender genderOf(String noun) {
    return noun.endsWith("woman") || noun.endsWith("ess")
        ? Gender.FEMALE
        : noun.endsWith("man") ? Gender.MALE : Gender.UNKNOWN;
  }

  boolean isDescription() {
    return kind == Kind.DESCRIPTION;
  }

  Determiner determiner() {
    return INDEFINITE.matcher(words).matches()
        ? Determiner.INDEFINITE
        : isPossessed() || POSSESSIVE.matcher(words).matches()
            ? Determiner.POSSESSIVE
            : DEFINITE.matcher(words).matches() ? Determiner.DEFINITE : Determiner.NONE;
  }

  /** Tests whether a noun owns the described person: "the prime minister's spokesman". */
  boolean isPossessed() {
    return GENITIVE.matcher(words).matches();
  }

  /** Returns the words without an article or possessive pronoun, in lower case. */
  String withoutDeterminer() {
    return withoutDeterminer(words);
  }

  static String withoutDeterminer(String words) {
    return ARTICLE.matcher(words).replaceFirst("").toLowerCase(Locale.ROOT);
  }
}
