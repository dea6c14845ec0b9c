package org.newsgraph.extract.coref;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Speaker;

/**
 * Resolves "it" and descriptions such as "the airline" to the most salient organisation mentioned
 * before. No organisation is chosen if a second one is about as salient.
 */
final class OrganisationReferenceResolver implements SourceResolver {
  /** Minimum salience of the referent. */
  private static final double MIN_SALIENCE = 0.8;

  /** Minimum difference in salience between the referent and all other organisations. */
  private static final double MIN_MARGIN = 0.7;

  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "(?:the|this) ((?:[\\p{L}\\p{N}.-]+ ){0,3})(\\p{L}+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPACE = Pattern.compile(" ");

  /** Modifiers that point to another organisation than the last one. */
  private static final Set<String> OTHERS =
      Set.of(
          "of", "for", "in", "other", "same", "first", "second", "third", "former", "latter",
          "parent", "rival");

  private final Discourse discourse;
  private final DefiniteDescriptionResolver descriptions;
  private final DocumentTokens tokens;
  private final OrganisationSalience salience;

  OrganisationReferenceResolver(Discourse discourse, DefiniteDescriptionResolver descriptions) {
    this.discourse = discourse;
    this.descriptions = descriptions;
    this.tokens = discourse.tokens();
    this.salience = new OrganisationSalience(discourse);
  }

  /** Resolves "it". */
  Optional<Speaker> resolveIt(Span pronoun, String words) {
    return mostSalient(pronoun, List.of()).map(it -> new Speaker.Known(pronoun, words, it));
  }

  /**
   * Resolves "the airline" or "the UN agency": to an organisation, otherwise to the last speaker if
   * that is described by a noun of the same kind, "a Danish carrier".
   */
  @Override
  public Optional<Speaker> resolve(Span source, String words) {
    Matcher description = DESCRIPTION.matcher(words);
    if (!description.matches()) {
      return Optional.empty();
    }
    String noun = description.group(2).toLowerCase(Locale.ROOT);
    List<String> modifiers =
        SPACE.splitAsStream(description.group(1).toLowerCase(Locale.ROOT)).toList();
    if (!OrganisationKinds.isNoun(noun) || isAnother(words)) {
      return Optional.empty();
    }
    List<String> nouns = new ArrayList<>(modifiers);
    nouns.removeIf(it -> !OrganisationKinds.isSpecific(it));
    nouns.add(noun);
    return mostSalient(source, nouns)
        .filter(it -> isLastSpeaker(it) || !isIntroduced(noun, source))
        .<Speaker>map(it -> new Speaker.Known(source, words, it))
        .or(() -> lastDescribed(noun, source, words));
  }

  /** Tests whether a description refers to another organisation than the last one. */
  static boolean isAnother(String description) {
    return SPACE.splitAsStream(description.toLowerCase(Locale.ROOT)).anyMatch(OTHERS::contains);
  }

  /** Tests whether a noun was introduced shortly before: "a company in Ohio". */
  private boolean isIntroduced(String noun, Span source) {
    int end = tokens.indexAtOrAfter(source.begin());
    int begin = end;
    while (begin > 0
        && tokens.word(begin - 1).sentence()
            >= tokens.sentence(source) - OrganisationSalience.MAX_SENTENCE_DISTANCE) {
      begin--;
    }
    return descriptions.isIntroduced(noun, begin, end);
  }

  private boolean isLastSpeaker(Entity organisation) {
    return discourse
        .lastSpeaker()
        .filter(it -> it instanceof Speaker.Known known && known.entity().equals(organisation))
        .isPresent();
  }

  /** Returns the last speaker if it is nearby and described by a noun of the same kind. */
  private Optional<Speaker> lastDescribed(String noun, Span source, String words) {
    return discourse
        .lastSpeaker()
        .filter(Speaker.Described.class::isInstance)
        .filter(
            it ->
                discourse.distance(it.span(), tokens.sentence(source))
                    <= OrganisationSalience.MAX_SENTENCE_DISTANCE)
        .filter(
            it ->
                NounPhraseNumber.headNoun(it.name())
                    .filter(head -> OrganisationKinds.areSame(head, noun))
                    .isPresent())
        .map(it -> SpeakerResolver.withSource(it, source, words));
  }

  /**
   * Returns the most salient organisation.
   *
   * @param nouns nouns of the description with whose kinds the organisation must agree
   */
  private Optional<Entity> mostSalient(Span source, List<String> nouns) {
    Map<Entity, Double> scores = salience.of(source, nouns);
    return scores.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(best -> best.getValue() >= MIN_SALIENCE)
        .filter(
            best ->
                scores.values().stream().filter(it -> it > best.getValue() - MIN_MARGIN).count()
                    == 1)
        .map(Map.Entry::getKey);
  }
}
