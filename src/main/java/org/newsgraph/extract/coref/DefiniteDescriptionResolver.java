package org.newsgraph.extract.coref;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.extract.Role;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.extract.entity.PartyAliases;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.Token;

/**
 * Resolves definite descriptions, "the senator" or "the commission", to an entity named before with
 * that role, title or name.
 */
final class DefiniteDescriptionResolver {
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern THE_BODY = Pattern.compile("[Tt]he (\\p{L}+)");
  private static final Pattern DEFINITE =
      Pattern.compile(
          "^(?:the|his|her|their|its|that|this) .+|.+[’']s? .+", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMED_BODY = Pattern.compile("[Tt]he ((?:\\p{Ll}+ ){0,2})(\\p{L}+)");
  private static final Pattern THE_PERSON =
      Pattern.compile(
          "[Tt]he (?:(?:same )?(?:official|activist|leader|lawmaker|politician|campaigner))");

  /** A description by office and state: "the California congressman". */
  private static final Pattern OF_PLACE =
      Pattern.compile(
          "[Tt]he (?:\\p{Lu}[\\p{L}.]+ ){1,3}(senator|congressman|congresswoman|governor)");

  private static final Map<String, Set<String>> TITLES =
      Map.of(
          "senator", Set.of("sen", "senator"),
          "congressman", Set.of("rep", "congressman", "representative"),
          "congresswoman", Set.of("rep", "congresswoman", "representative"),
          "governor", Set.of("gov", "governor"));

  private static final Set<PartOfSpeech> IN_EPITHET =
      EnumSet.of(
          PartOfSpeech.ADJECTIVE,
          PartOfSpeech.NOUN,
          PartOfSpeech.PROPER_NOUN,
          PartOfSpeech.PARTICIPLE,
          PartOfSpeech.NUMBER,
          PartOfSpeech.OTHER);

  private static final Set<PartOfSpeech> CONTINUES =
      EnumSet.of(PartOfSpeech.PREPOSITION, PartOfSpeech.RELATIVE);
  private static final Set<String> INDEFINITE = Set.of("a", "an", "one", "another");

  /** Classes of role nouns that do not identify a person: spokespersons and relatives. */
  private static final Set<String> UNIDENTIFYING = Set.of("voice", RoleNouns.KIN);

  private final DocumentTokens reading;
  private final List<Mention> mentions;
  private final List<Role> roles;
  private final DescriptionIndex index;
  private final AppositionResolver appositions;

  DefiniteDescriptionResolver(Discourse discourse) {
    this.reading = discourse.tokens();
    this.mentions = discourse.mentions();
    this.roles = discourse.roles();
    this.index = discourse.descriptions();
    this.appositions = new AppositionResolver(reading, mentions);
  }

  /** Returns the entity named before that a definite description refers to. */
  Optional<Entity> resolve(Span source, String words) {
    return appositions
        .resolve(source)
        .or(() -> byRole(source, words))
        .or(() -> byObject(source, words))
        .or(() -> byTitle(source, words))
        .or(() -> byPlace(source, words))
        .or(() -> byName(source, words));
  }

  /**
   * Returns the gender of the person to whom a description may refer as a substitute for the name:
   * "the Florida senator", or "the actor" unless "an actor" was introduced before. Returns empty if
   * the description does not refer to a particular person.
   */
  Optional<Gender> epithetGender(Span source, String words) {
    int begin = reading.indexAtOrAfter(source.begin());
    int end = reading.indexAtOrAfter(source.end());
    Optional<String> roleClass = RoleNouns.classOf(words);
    if (!word(begin).equals("the")
        || roleClass.isEmpty()
        || UNIDENTIFYING.contains(roleClass.get())
        || word(begin + 1).equals("next")
        || !NounPhraseNumber.isOnePerson(words)
        || RoleNouns.isPlural(words)
        || (end < reading.size() && CONTINUES.contains(reading.word(end).token().pos()))) {
      return Optional.empty();
    }
    for (int at = begin + 1; at < end; at++) {
      if (!IN_EPITHET.contains(reading.word(at).token().pos())) {
        return Optional.empty();
      }
    }
    String noun = word(end - 1);
    return isIntroduced(noun, 0, begin) ? Optional.empty() : Optional.of(gender(noun));
  }

  /** Tests whether the head noun of a source was introduced before: "a retired judge". */
  boolean isIntroduced(PersonSource source) {
    return isIntroduced(source.head(), 0, reading.indexAtOrAfter(source.span().begin()));
  }

  /**
   * Tests whether a noun was introduced with an indefinite article: "a retired judge".
   *
   * @param from index of the first word that the noun can be
   * @param before index after the last word that the noun can be
   */
  boolean isIntroduced(String noun, int from, int before) {
    for (int at = from; at < before; at++) {
      if (word(at).equals(noun)) {
        int first = at;
        while (first > 0 && IN_EPITHET.contains(reading.word(first - 1).token().pos())) {
          first--;
        }
        if (first > 0 && INDEFINITE.contains(word(first - 1))) {
          return true;
        }
      }
    }
    return false;
  }

  private String word(int at) {
    return reading.word(at).token().word().toLowerCase(Locale.ROOT);
  }

  private static Gender gender(String noun) {
    boolean woman = noun.endsWith("woman") || noun.endsWith("ess") || noun.endsWith("queen");
    boolean man = noun.endsWith("man") || noun.endsWith("king") || noun.endsWith("prince");
    return woman ? Gender.FEMALE : man ? Gender.MALE : Gender.UNKNOWN;
  }

  /**
   * Resolves "the head of education" to the person with another office of the same object,
   * "Minister of Education", if there is only one.
   */
  private Optional<Entity> byObject(Span source, String words) {
    Optional<String> object = object(words);
    if (object.isEmpty() || !NounPhraseNumber.isOnePerson(words)) {
      return Optional.empty();
    }
    Set<Entity> holders =
        roles.stream()
            .filter(role -> role.span().end() <= source.begin())
            .filter(role -> object(role.text()).equals(object))
            .map(Role::person)
            .collect(Collectors.toSet());
    return holders.size() == 1 ? Optional.of(holders.iterator().next()) : Optional.empty();
  }

  /** Returns the text after the first "of" of a description or role, in lower case. */
  private static Optional<String> object(String text) {
    int of = text.indexOf(" of ");
    return of < 0
        ? Optional.empty()
        : Optional.of(text.substring(of + 4).replaceFirst("^the ", "").toLowerCase(Locale.ROOT));
  }

  /** Tests whether a description refers to something known: "the senator", "Roe's aide". */
  static boolean isDefinite(String words) {
    return DEFINITE.matcher(words).matches();
  }

  /** Tests whether a description refers back to a person without an occupation: "the official". */
  static boolean isPerson(String words) {
    return THE_PERSON.matcher(words).matches();
  }

  private Optional<Entity> byRole(Span source, String words) {
    Optional<String> roleClass = RoleNouns.classOf(words);
    if (roleClass.isEmpty() || NounPhraseNumber.isMany(words)) {
      return Optional.empty();
    }
    Set<String> properWords = properWords(source);
    Set<String> nouns = nounsBeforeLast(source);
    return roles.stream()
        // The role must be stated before the description or inside it, as in "the Labour leader".
        .filter(role -> role.span().end() <= source.begin() || source.contains(role.span()))
        .filter(role -> RoleNouns.classOf(role.text()).equals(roleClass))
        .filter(
            role ->
                properWords.isEmpty()
                    || !Collections.disjoint(PartyAliases.canonicalWords(role.text()), properWords))
        .filter(role -> PartyAliases.canonicalWords(role.text()).containsAll(nouns))
        .map(Role::person)
        .reduce((first, second) -> second);
  }

  /** Resolves "the president" after "President Obama" to the last person with that title. */
  private Optional<Entity> byTitle(Span source, String words) {
    var noun = THE_BODY.matcher(words);
    Optional<String> roleClass = RoleNouns.classOf(words);
    if (!noun.matches() || roleClass.isEmpty() || !RoleNouns.isSingular(noun.group(1))) {
      return Optional.empty();
    }
    return mentions.stream()
        .filter(mention -> mention.span().end() <= source.begin())
        .filter(mention -> mention.entity().type() == EntityType.PERSON)
        .filter(mention -> hasTitle(mention, noun.group(1), roleClass))
        .map(Mention::entity)
        .reduce((first, second) -> second);
  }

  /**
   * Resolves "the California congressman" after "Rep. Adam Schiff", if no other person has that
   * title.
   */
  private Optional<Entity> byPlace(Span source, String words) {
    var office = OF_PLACE.matcher(words);
    if (!office.matches()) {
      return Optional.empty();
    }
    Set<String> titles = TITLES.get(office.group(1));
    Set<Entity> holders =
        mentions.stream()
            .filter(mention -> mention.span().end() <= source.begin())
            .filter(mention -> mention.entity().type() == EntityType.PERSON)
            .filter(mention -> titles.contains(title(mention).toLowerCase(Locale.ROOT)))
            .map(Mention::entity)
            .collect(Collectors.toSet());
    return holders.size() == 1 ? Optional.of(holders.iterator().next()) : Optional.empty();
  }

  /**
   * Tests whether the title before a name is a noun, or an abbreviation of the same class: "Sen.",
   * "Gov.".
   */
  private boolean hasTitle(Mention mention, String noun, Optional<String> roleClass) {
    String title = title(mention);
    return !title.isEmpty()
        && Character.isUpperCase(title.codePointAt(0))
        && (title.equalsIgnoreCase(noun)
            || (title.length() < 5 && RoleNouns.classOf(title).equals(roleClass)));
  }

  /** Returns the word before a name, or an empty string if there is none. */
  private String title(Mention mention) {
    int at = reading.indexAtOrAfter(mention.span().begin()) - 1;
    at -= at > 0 && reading.word(at).token().word().equals(".") ? 1 : 0;
    return at < 0 ? "" : reading.word(at).token().word();
  }

  /**
   * Resolves "the commission" and "the ruling party" to the organisation whose name contains the
   * noun, if there is exactly one, or only one of them is described with the same modifiers: "the
   * ruling Progress Party".
   */
  private Optional<Entity> byName(Span source, String words) {
    var body = NAMED_BODY.matcher(words);
    if (!body.matches()
        || RoleNouns.classOf(words).isPresent()
        || OrganisationReferenceResolver.isAnother(words)) {
      return Optional.empty();
    }
    String noun = body.group(2).toLowerCase(Locale.ROOT);
    if (!NounPhraseNumber.isGroup(noun)) {
      return Optional.empty();
    }
    Set<Entity> found =
        mentions.stream()
            .filter(mention -> mention.span().end() <= source.begin())
            .map(Mention::entity)
            .filter(entity -> entity.type() == EntityType.ORGANISATION)
            .filter(
                entity ->
                    NOT_A_WORD
                        .splitAsStream(entity.name().toLowerCase(Locale.ROOT))
                        .anyMatch(noun::equals))
            .collect(Collectors.toSet());
    List<String> modifiers = List.of(body.group(1).strip().split(" ", -1));
    if (found.size() > 1 && !body.group(1).isEmpty()) {
      found.removeIf(it -> !index.beside(it).containsAll(modifiers));
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /**
   * Returns the capitalised words of a description, in lower case, which distinguish it from
   * others.
   */
  private Set<String> properWords(Span source) {
    Set<String> proper = new HashSet<>();
    for (Token token : tokens(source)) {
      boolean capital = Character.isUpperCase(token.word().codePointAt(0));
      if (capital
          && token.pos() != PartOfSpeech.DETERMINER
          && RoleNouns.classOf(token.word()).isEmpty()) {
        proper.add(PartyAliases.canonical(token.word()));
      }
    }
    return proper;
  }

  /**
   * Returns the nouns before the head that are neither role nouns nor names, and that the role must
   * contain: "band" in "the band leader".
   */
  private Set<String> nounsBeforeLast(Span source) {
    List<Token> tokens = tokens(source);
    Set<String> nouns = new HashSet<>();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean compound =
          token.pos() == PartOfSpeech.NOUN && tokens.get(i + 1).pos() == PartOfSpeech.NOUN;
      String word = token.word().toLowerCase(Locale.ROOT);
      if (compound && RoleNouns.classOf(word).isEmpty() && !RoleNouns.startsCompound(word)) {
        nouns.add(word);
      }
    }
    return nouns;
  }

  private List<Token> tokens(Span source) {
    List<Token> tokens = new ArrayList<>();
    for (int at = reading.indexAtOrAfter(source.begin());
        at < reading.size() && reading.word(at).token().span().begin() < source.end();
        at++) {
      tokens.add(reading.word(at).token());
    }
    return tokens;
  }
}
