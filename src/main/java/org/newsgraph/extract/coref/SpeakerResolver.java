package org.newsgraph.extract.coref;

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

  /** Titles of courtesy and learning, which hold no office. */
  private static final Set<String> COURTESY_TITLES =
      Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "sir");

  /** Maximum length of a title or rank between a comma and a name, in words. */
  private static final int MAX_RANK_LENGTH = 3;

  /** Maximum distance of the last speaker from a description, in sentences. */
  private static final int MAX_SENTENCE_DISTANCE = 6;

  private static final Pattern DEFINITE =
      Pattern.compile(
          "^(?:the|his|her|their|its|that|this) .+|.+[’']s? .+", Pattern.CASE_INSENSITIVE);
  private static final Pattern ARTICLE =
      Pattern.compile("^(?:the|a|an|his|her|their|its) ", Pattern.CASE_INSENSITIVE);

  private final Discourse discourse;
  private final DocumentTokens tokens;
  private final List<Mention> mentions;
  private final DefiniteDescriptionResolver descriptions;
  private final PronounResolver pronouns;
  private final RelativePronounResolver relatives;
  private final GroupPronounResolver groups;
  private final CandidateRanker ranker;
  private final WriterResolver writers;
  private final LabelResolver labels;

  public SpeakerResolver(
      DocumentTokens tokens, List<Mention> mentions, List<Role> roles, Genders genders) {
    this(tokens, mentions, roles, genders, (source, candidates) -> {});
  }

  SpeakerResolver(
      DocumentTokens tokens,
      List<Mention> mentions,
      List<Role> roles,
      Genders genders,
      CandidateRanker.Observer observer) {
    this.discourse = new Discourse(tokens, mentions, roles, genders);
    this.tokens = tokens;
    this.mentions = mentions;
    this.descriptions = new DefiniteDescriptionResolver(discourse);
    this.pronouns = new PronounResolver(discourse);
    this.relatives = new RelativePronounResolver(tokens, mentions);
    this.groups = new GroupPronounResolver(discourse);
    this.ranker = new CandidateRanker(discourse, pronouns, descriptions, observer);
    this.writers = new WriterResolver(tokens, mentions);
    this.labels = new LabelResolver(tokens, mentions);
  }

  /**
   * Resolves one source. Sources must be resolved in reading order, because pronouns refer to
   * earlier speakers.
   */
  public Speaker resolve(Span phrase) {
    Span source = head(phrase);
    String words = tokens.textOf(source);
    Speaker speaker =
        labels
            .resolve(source, words)
            .or(() -> named(source).map(entity -> new Speaker.Known(source, words, entity)))
            .or(() -> writers.resolve(source, words))
            .or(() -> relatives.resolve(source, words))
            .or(() -> oneOfTwo(source, words))
            .or(() -> apposed(source, words))
            .orElseGet(() -> ranker.choose(source, words, byRules(source, words)));
    discourse.add(speaker);
    return speaker;
  }

  /**
   * Resolves "the former" and "the latter" to the first and the last of the two persons that the
   * last unquoted sentence with names before them mentions.
   */
  private Optional<Speaker> oneOfTwo(Span source, String words) {
    boolean latter = words.equalsIgnoreCase("the latter");
    if (!latter && !words.equalsIgnoreCase("the former")) {
      return Optional.empty();
    }
    List<Mention> before =
        mentions.subList(0, discourse.mentionsBefore(source)).stream()
            .filter(it -> !tokens.inQuotation(it.span().begin()))
            .filter(it -> it.entity().type() == EntityType.PERSON)
            .toList();
    if (before.isEmpty()) {
      return Optional.empty();
    }
    int sentence = tokens.sentence(before.get(before.size() - 1).span());
    List<Entity> two =
        before.stream()
            .filter(it -> tokens.sentence(it.span()) == sentence)
            .map(Mention::entity)
            .distinct()
            .toList();
    return two.size() == 2
        ? Optional.of(new Speaker.Known(source, words, two.get(latter ? 1 : 0)))
        : Optional.empty();
  }

  private Speaker byRules(Span source, String words) {
    return pronoun(source, words)
        .or(() -> group(source, words))
        .or(() -> described(source, words))
        .orElseGet(() -> new Speaker.Described(source, words, source, words));
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
      cut = continuesAfterParenthesis(cut, end).orElse(cut + 1);
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
    return named(head).isEmpty()
            && next.isPresent()
            && isRank(cut + 1, tokens.indexAtOrAfter(next.get().span().begin()))
        ? head.union(next.get().span())
        : head;
  }

  /** Tests whether a range of tokens is empty or holds nothing but a title or rank. */
  private boolean isRank(int begin, int end) {
    for (int at = begin; at < end; at++) {
      if (token(at).pos() != PartOfSpeech.PROPER_NOUN && !token(at).word().equals(".")) {
        return false;
      }
    }
    return begin <= end && end - begin <= MAX_RANK_LENGTH;
  }

  private boolean endsHead(int at) {
    // "Many of whom" is a head.
    boolean relative =
        token(at).pos() == PartOfSpeech.RELATIVE && (at == 0 || !token(at - 1).word().equals("of"));
    boolean abbreviated = continuesAfterParenthesis(at, tokens.size()).isPresent();
    return (HEAD_ENDS.contains(token(at).word()) && !abbreviated) || relative;
  }

  /**
   * Returns the index after an abbreviation in parentheses at a word, if a noun follows: that of
   * "chief" in "the National Fisheries Board (NFB) chief".
   */
  private Optional<Integer> continuesAfterParenthesis(int at, int end) {
    return at + 3 < end
            && token(at).word().equals("(")
            && token(at + 2).word().equals(")")
            && token(at + 3).pos().isNoun()
        ? Optional.of(at + 3)
        : Optional.empty();
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
            better && !followsPreposition(source, mention) ? Optional.of(mention.entity()) : found;
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
  private boolean followsPreposition(Span source, Mention mention) {
    Span name = mention.span();
    int begin = tokens.indexAtOrAfter(source.begin());
    int before = tokens.indexAtOrAfter(name.begin()) - 1;
    if (before > begin && token(before).word().equals(",")) {
      // "The Minister of Finance, Ana Ruiz": an apposition is not the object.
      return false;
    }
    for (int at = begin; at < tokens.size() && token(at).span().begin() < name.begin(); at++) {
      if (token(at).pos() == PartOfSpeech.PREPOSITION && !isInName(token(at).span())) {
        return mention.entity().type() != EntityType.PERSON
            || !isHolder(begin, at, tokens.indexAtOrAfter(name.begin()));
      }
    }
    return false;
  }

  private boolean isInName(Span word) {
    return mentions.stream().anyMatch(it -> it.span().contains(word));
  }

  /**
   * Tests whether a name is that of an office's holder although it follows a preposition:
   * "Secretary of State John F. Kerry", "the spokesman for the cabinet Nader Said". The object of
   * the office, which ends with a noun, must precede the name, and no other title or role: "a
   * spokesman for President Obama".
   */
  private boolean isHolder(int begin, int preposition, int name) {
    int last = name - 1;
    last -= last > begin && token(last).word().equals(".") ? 1 : 0;
    last -=
        last > begin && COURTESY_TITLES.contains(token(last).word().toLowerCase(Locale.ROOT))
            ? 1
            : 0;
    return begin < preposition
        && preposition < last
        && RoleNouns.classOf(tokens.textOf(span(begin, preposition))).isPresent()
        && token(last).pos().isNoun()
        && RoleNouns.classOf(token(last).word()).isEmpty()
        && !PersonName.isTitle(token(last).word());
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
        discourse.spoken().stream()
            .filter(
                s -> s instanceof Speaker.Described && withoutArticle(s.name()).equals(description))
            .reduce((first, second) -> second);
    return before
        .map(speaker -> withSource(speaker, source, words))
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
    Speaker last = discourse.lastSpeaker().orElse(null);
    if (type == EntityType.OTHER
        || !(last instanceof Speaker.Known known)
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
    if (!DEFINITE.matcher(words).matches()
        || !isComma(comma)
        || !NounPhraseNumber.isOnePerson(words)) {
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
