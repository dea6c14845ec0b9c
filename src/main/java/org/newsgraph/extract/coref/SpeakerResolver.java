package org.newsgraph.extract.coref;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.PersonName;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.extract.Role;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.extract.Speaker;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.Token;

/**
 * Resolves the source of a statement to a speaker. The source is a name, a pronoun or a
 * description.
 */
public final class SpeakerResolver {
  private static final Map<String, Gender> PRONOUNS =
      Map.of(
          "he", Gender.MALE,
          "him", Gender.MALE,
          "his", Gender.MALE,
          "she", Gender.FEMALE,
          "her", Gender.FEMALE);

  private static final Set<String> HEAD_ENDS = Set.of(",", "–", "—", "(", ";");

  private static final Set<PartOfSpeech> ENDS_NOUN =
      EnumSet.of(
          PartOfSpeech.PREPOSITION,
          PartOfSpeech.VERB,
          PartOfSpeech.RELATIVE,
          PartOfSpeech.CONJUNCTION);

  /** Offices that precede a name together with their object: "Secretary of State John F. Kerry". */
  private static final Set<String> OFFICES =
      Set.of(
          "secretary",
          "undersecretary",
          "minister",
          "speaker",
          "director",
          "commissioner",
          "chancellor",
          "president",
          "chairman",
          "chairwoman",
          "leader");

  /** Maximum distance of the last speaker from a description, in sentences. */
  private static final int MAX_SENTENCE_DISTANCE = 6;

  private static final Pattern DEFINITE =
      Pattern.compile(
          "^(?:the|his|her|their|its|that|this) .+|.+[’']s? .+", Pattern.CASE_INSENSITIVE);
  private static final Pattern ARTICLE =
      Pattern.compile("^(?:the|a|an|his|her|their|its) ", Pattern.CASE_INSENSITIVE);

  private final DocumentTokens tokens;
  private final List<Mention> mentions;
  private final DefiniteDescriptionResolver descriptions;
  private final PronounResolver pronouns;
  private final RelativePronounResolver relatives;
  private final GroupPronounResolver groups;
  private final WriterResolver writers;
  private final List<Speaker> spoken = new ArrayList<>();

  public SpeakerResolver(
      DocumentTokens tokens, List<Mention> mentions, List<Role> roles, Genders genders) {
    this.tokens = tokens;
    this.mentions = mentions;
    this.descriptions = new DefiniteDescriptionResolver(tokens, mentions, roles);
    this.pronouns = new PronounResolver(tokens, mentions, spoken, genders);
    this.relatives = new RelativePronounResolver(tokens, mentions);
    this.groups = new GroupPronounResolver(tokens, mentions, spoken);
    this.writers = new WriterResolver(tokens, mentions);
  }

  /**
   * Resolves one source. Sources must be resolved in reading order, because pronouns refer to
   * earlier speakers.
   */
  public Speaker resolve(Span phrase) {
    Span source = head(phrase);
    String words = tokens.textOf(source);
    Speaker speaker =
        named(source)
            .<Speaker>map(entity -> new Speaker.Known(source, words, entity))
            .or(() -> writers.resolve(source, words))
            .or(() -> pronoun(source, words))
            .or(() -> relatives.resolve(source, words))
            .or(() -> group(source, words))
            .or(() -> described(source, words))
            .orElseGet(() -> new Speaker.Described(source, words, source, words));
    spoken.add(speaker);
    return speaker;
  }

  /**
   * Returns the head of a source, without appositions and relative clauses: "Sir Vince Cable, who
   * replaced Tim Farron", "Hugh Hill, a doctor". The head of "the party's leader, Tim Farron"
   * includes the name after the comma.
   */
  private Span head(Span source) {
    int begin = tokens.indexAtOrAfter(source.begin());
    int end = tokens.indexAtOrAfter(source.end());
    int cut = begin + 1;
    while (cut < end && !endsHead(cut)) {
      cut++;
    }
    if (cut >= end || (isList(cut, end) && !isRelative(cut))) {
      return source;
    }
    Span head = span(begin, cut);
    Optional<Mention> next =
        mentions.stream()
            .filter(m -> m.entity().type() == EntityType.PERSON)
            .filter(m -> source.contains(m.span()) && m.span().begin() >= head.end())
            .findFirst();
    int after = cut + 1;
    return named(head).isEmpty()
            && next.isPresent()
            && after < end
            && next.get().span().begin() == token(after).span().begin()
        ? head.union(next.get().span())
        : head;
  }

  private boolean endsHead(int at) {
    // "Many of whom" is a head.
    boolean relative =
        token(at).pos() == PartOfSpeech.RELATIVE && (at == 0 || !token(at - 1).word().equals("of"));
    return HEAD_ENDS.contains(token(at).word()) || relative;
  }

  private boolean isRelative(int cut) {
    return token(cut).pos() == PartOfSpeech.RELATIVE
        || (cut + 1 < tokens.size() && token(cut + 1).pos() == PartOfSpeech.RELATIVE);
  }

  private boolean isList(int begin, int end) {
    for (int at = begin; at < end; at++) {
      if (token(at).pos() == PartOfSpeech.CONJUNCTION) {
        return true;
      }
    }
    return false;
  }

  private Token token(int at) {
    return tokens.word(at).token();
  }

  private Span span(int begin, int end) {
    return token(begin).span().union(token(end - 1).span());
  }

  /**
   * Returns the entity whose name is the head of the phrase: not the party in "the Labour leader".
   */
  private Optional<Entity> named(Span source) {
    Optional<Entity> found = Optional.empty();
    for (Mention mention : mentions) {
      if (source.overlaps(mention.span())
          && !isModifier(mention.span(), source)
          && !isSomeOf(mention, source)) {
        boolean person = mention.entity().type() == EntityType.PERSON;
        boolean better = found.isEmpty() || person || found.get().type() != EntityType.PERSON;
        found =
            better && !followsPreposition(source, mention.span())
                ? Optional.of(mention.entity())
                : found;
      }
    }
    return found;
  }

  /**
   * Tests whether a name modifies a following noun: "Trump's aide", "Clinton supporters", "the GOP
   * presidential nominee".
   */
  private boolean isModifier(Span name, Span source) {
    int next = tokens.indexAtOrAfter(name.end());
    boolean owns = next < tokens.size() && token(next).pos() == PartOfSpeech.GENITIVE;
    for (int at = next;
        at < tokens.size()
            && token(at).span().begin() < source.end()
            && !ENDS_NOUN.contains(token(at).pos())
            && !HEAD_ENDS.contains(token(at).word());
        at++) {
      if (owns
          || token(at).pos() == PartOfSpeech.NOUN
          || (at == next && token(at).pos().isNoun())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tests whether a plural denotes members of an organisation or country rather than the entity
   * itself: "Some Republicans", "many Iraqis", "House Democrats".
   */
  private boolean isSomeOf(Mention mention, Span source) {
    int first = tokens.indexAtOrAfter(source.begin());
    int name = tokens.indexAtOrAfter(mention.span().begin());
    return mention.entity().type() != EntityType.PERSON
        && first < name
        && !token(name - 1).word().equalsIgnoreCase("the")
        && NounPhraseNumber.isPlural(mention.text())
        && !mention.text().equals(mention.entity().name());
  }

  /**
   * Tests whether a name follows a preposition and is therefore not the head: "A spokesman for
   * Labour", "the head of the CIA".
   */
  private boolean followsPreposition(Span source, Span name) {
    int begin = tokens.indexAtOrAfter(source.begin());
    int before = tokens.indexAtOrAfter(name.begin()) - 1;
    if (before > begin && token(before).word().equals(",")) {
      // "The Minister of Finance, Ana Ruiz": an apposition is not the object.
      return false;
    }
    for (int at = begin; at < tokens.size() && token(at).span().begin() < name.begin(); at++) {
      if (token(at).pos() == PartOfSpeech.PREPOSITION) {
        return !isHolder(begin, at, tokens.indexAtOrAfter(name.begin()));
      }
    }
    return false;
  }

  /**
   * Tests whether a name is that of an office's holder although it follows a preposition:
   * "Secretary of State John F. Kerry". Only the object of the office may be between office and
   * name, without another title or role.
   */
  private boolean isHolder(int begin, int of, int name) {
    return begin < of
        && of + 1 < name
        && token(of).word().equals("of")
        && OFFICES.contains(token(of - 1).word().toLowerCase(Locale.ROOT))
        && token(begin).pos() != PartOfSpeech.DETERMINER
        && RoleNouns.classOf(token(name - 1).word()).isEmpty()
        && !token(name - 1).word().equals(".")
        && !PersonName.isTitle(token(name - 1).word());
  }

  private Optional<Speaker> pronoun(Span source, String words) {
    Gender gender = PRONOUNS.get(words.toLowerCase(Locale.ROOT));
    return gender == null ? Optional.empty() : pronouns.resolve(source, words, gender);
  }

  /** Resolves "it" and "they" to organisations and groups. */
  private Optional<Speaker> group(Span source, String words) {
    boolean singular = words.equalsIgnoreCase("it");
    if (!singular && !words.equalsIgnoreCase("they")) {
      return Optional.empty();
    }
    return singular ? groups.resolveIt(source, words) : groups.resolveThey(source, words);
  }

  /** Returns the same speaker with another source. */
  static Speaker withSource(Speaker speaker, Span source, String words) {
    if (speaker instanceof Speaker.Known known) {
      return new Speaker.Known(source, words, known.entity());
    }
    Speaker.Described described = (Speaker.Described) speaker;
    return new Speaker.Described(source, words, described.description(), described.name());
  }

  /**
   * Resolves a definite description, "the senator", "the Labour leader's spokesman": to an apposed
   * name, to an earlier speaker with the same description, or to an entity with that role.
   */
  private Optional<Speaker> described(Span source, String words) {
    if (!DEFINITE.matcher(words).matches()) {
      return Optional.empty();
    }
    String description = withoutArticle(words);
    Optional<Speaker> before =
        spoken.stream()
            .filter(
                s -> s instanceof Speaker.Described && withoutArticle(s.name()).equals(description))
            .reduce((first, second) -> second);
    return apposed(source, words)
        .or(() -> before.map(speaker -> withSource(speaker, source, words)))
        .or(
            () ->
                descriptions
                    .resolve(source, words)
                    .or(
                        () ->
                            descriptions
                                .epithetGender(source, words)
                                .flatMap(it -> pronouns.resolveEpithet(source, it)))
                    .map(e -> new Speaker.Known(source, words, e)))
        .or(() -> lastSpeaker(source, words));
  }

  /**
   * Resolves "the official" or "the company" to the last speaker, if that is a person or an
   * organisation and no other one has been mentioned outside quotations since.
   */
  private Optional<Speaker> lastSpeaker(Span source, String words) {
    EntityType type =
        DefiniteDescriptionResolver.isOrganisation(words)
            ? EntityType.ORGANISATION
            : DefiniteDescriptionResolver.isPerson(words) ? EntityType.PERSON : EntityType.OTHER;
    if (type == EntityType.OTHER || spoken.isEmpty()) {
      return Optional.empty();
    }
    Speaker last = spoken.get(spoken.size() - 1);
    if (!(last instanceof Speaker.Known known)
        || known.entity().type() != type
        || last.span().end() > source.begin()
        || tokens.sentence(source) - tokens.sentence(last.span()) > MAX_SENTENCE_DISTANCE) {
      return Optional.empty();
    }
    boolean alone =
        mentions.stream()
            .filter(it -> it.span().begin() >= last.span().end())
            .filter(it -> it.span().end() <= source.begin())
            .filter(it -> !tokens.inQuotation(it.span().begin()))
            .filter(it -> it.entity().type() == type)
            .allMatch(it -> it.entity().equals(known.entity()));
    return alone ? Optional.of(withSource(last, source, words)) : Optional.empty();
  }

  /**
   * Resolves a description to the name in an apposition: "The minister of the economy, Mr.
   * Villarreal, argues".
   */
  private Optional<Speaker> apposed(Span source, String words) {
    int comma = tokens.indexAtOrAfter(source.end());
    if (!isComma(comma) || !NounPhraseNumber.isOnePerson(words)) {
      return Optional.empty();
    }
    return mentions.stream()
        .filter(it -> it.entity().type() == EntityType.PERSON)
        .filter(it -> it.span().begin() >= token(comma).span().end())
        .findFirst()
        .filter(it -> isComma(tokens.indexAtOrAfter(it.span().end())))
        .filter(it -> isEmptyOrTitle(comma + 1, tokens.indexAtOrAfter(it.span().begin())))
        .map(it -> new Speaker.Known(source, words, it.entity()));
  }

  private boolean isComma(int at) {
    return at < tokens.size() && token(at).word().equals(",");
  }

  /** Tests whether a range of tokens is empty or a title: "Mr", "Mr.". */
  private boolean isEmptyOrTitle(int begin, int end) {
    return end == begin
        || (end - begin <= 2
            && PersonName.isTitle(token(begin).word())
            && (end - begin == 1 || token(begin + 1).word().equals(".")));
  }

  private static String withoutArticle(String words) {
    return ARTICLE.matcher(words).replaceFirst("").toLowerCase(Locale.ROOT);
  }
}
