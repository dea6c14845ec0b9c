package org.newsgraph.extract.coref;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.extract.Role;
import org.newsgraph.extract.Speaker;

/**
 * Resolves the source of a statement to a speaker. The source is a name, a pronoun or a
 * description.
 *
 * <p>The resolvers are tried in order, from the most to the least certain, as sieves (Muzny et al.,
 * A two-stage sieve approach for quote attribution, 2017). Persons without a name in the source are
 * chosen last, by a trained model for which the rules for pronouns and descriptions are evidence.
 */
public final class SpeakerResolver {
  /** Personal pronouns in the third person singular with their genders. */
  static final Map<String, Gender> PRONOUNS =
      Map.of(
          "he", Gender.MALE,
          "him", Gender.MALE,
          "his", Gender.MALE,
          "she", Gender.FEMALE,
          "her", Gender.FEMALE);

  private final Discourse discourse;
  private final DocumentTokens tokens;
  private final NamedSourceResolver names;
  private final DefiniteDescriptionResolver descriptions;
  private final PronounResolver pronouns;
  private final OrganisationReferenceResolver organisations;
  private final GroupPronounResolver groups;
  private final LastSpeakerResolver lastSpeakers;
  private final CandidateRanker ranker;
  private final List<SourceResolver> certain;

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
    this.names = new NamedSourceResolver(discourse);
    this.descriptions = new DefiniteDescriptionResolver(discourse);
    this.pronouns = new PronounResolver(discourse);
    this.organisations = new OrganisationReferenceResolver(discourse, descriptions);
    this.groups = new GroupPronounResolver(discourse, organisations);
    this.lastSpeakers = new LastSpeakerResolver(discourse);
    this.ranker = new CandidateRanker(discourse, pronouns, descriptions, observer);
    this.certain =
        List.of(
            new LabelResolver(tokens, mentions),
            names,
            new WriterResolver(tokens, mentions),
            new RelativePronounResolver(tokens, mentions),
            new OneOfTwoResolver(discourse),
            new ApposedNameResolver(discourse));
  }

  /**
   * Resolves one source. Sources must be resolved in reading order, because pronouns refer to
   * earlier speakers.
   */
  public Speaker resolve(Span phrase) {
    Span source = names.head(phrase);
    String words = tokens.textOf(source);
    Speaker speaker =
        certain.stream()
            .flatMap(it -> it.resolve(source, words).stream())
            .findFirst()
            .orElseGet(() -> ranker.choose(source, words, byRules(source, words)));
    discourse.add(speaker);
    return speaker;
  }

  private Speaker byRules(Span source, String words) {
    return pronoun(source, words)
        .or(() -> group(source, words))
        .or(() -> described(source, words))
        .orElseGet(() -> new Speaker.Described(source, words, source, words));
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
   * Resolves a definite description, "the senator", "the Labour leader's spokesman": to an earlier
   * speaker with the same description, or to an entity with that role.
   */
  private Optional<Speaker> described(Span source, String words) {
    if (!DefiniteDescriptionResolver.isDefinite(words)) {
      return Optional.empty();
    }
    String description = PersonSource.withoutDeterminer(words);
    Optional<Speaker> before =
        discourse.spoken().stream()
            .filter(
                s ->
                    s instanceof Speaker.Described
                        && PersonSource.withoutDeterminer(s.name()).equals(description))
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
        .or(() -> organisations.resolve(source, words))
        .or(() -> lastSpeakers.resolve(source, words));
  }
}
