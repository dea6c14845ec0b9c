package org.newsgraph.extract.coref;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.extract.Speaker;
import org.newsgraph.text.PartOfSpeech;

/**
 * Resolves "he" and "she" to the most salient person mentioned before. Speakers are more salient
 * than persons who are only mentioned, and subjects more than objects. A pronoun in the narration
 * refreshes the salience of its referent.
 */
final class PronounResolver {
  /** Maximum distance of an antecedent, in sentences with unquoted words. */
  private static final int MAX_SENTENCE_DISTANCE = 6;

  /** Salience of the last speaker. */
  private static final double SPEAKER = 2.0;

  /** Salience of the last speaker if the source was a relative pronoun: "Mr Roe, who said". */
  private static final double RELATIVE_SPEAKER = 1.0;

  /**
   * Salience for each doubling of the number of mentions, which is high for the main person of an
   * article.
   */
  private static final double PROMINENCE = 0.6;

  /** Minimum salience of the referent of an epithet. */
  private static final double MIN_EPITHET_SALIENCE = 2.0;

  /** Minimum difference in salience between the referent of an epithet and all other persons. */
  private static final double MIN_EPITHET_MARGIN = 1.0;

  /** Salience of a subject. */
  private static final double SUBJECT = 1.5;

  /** Penalty for a mention in quotation marks. */
  private static final double QUOTED = -2.5;

  /** Penalty for a mention after a preposition in the pronoun's own sentence. */
  private static final double GOVERNED = -1;

  private static final Map<String, Gender> SUBJECTS =
      Map.of("he", Gender.MALE, "she", Gender.FEMALE);

  private final Discourse discourse;
  private final DocumentTokens tokens;
  private final List<Mention> mentions;
  private final Genders genders;

  /** The unquoted pronouns resolved so far. */
  private final List<ResolvedPronoun> resolvedPronouns = new ArrayList<>();

  /** Index of the word up to which unquoted pronouns have been resolved. */
  private int resolvedUntil;

  /**
   * A resolved pronoun.
   *
   * @param span span of the pronoun
   * @param person referent
   * @param times number of mentions of the person by name before the pronoun
   */
  private record ResolvedPronoun(Span span, Entity person, int times) {}

  PronounResolver(Discourse discourse) {
    this.discourse = discourse;
    this.tokens = discourse.tokens();
    this.mentions = discourse.mentions();
    this.genders = discourse.genders();
  }

  /** Returns the referent of a pronoun, if there is a person who agrees with it. */
  Optional<Speaker> resolve(Span pronoun, String words, Gender gender) {
    resolveUntil(pronoun.begin());
    return mostSalient(pronoun, words, gender);
  }

  /** Resolves the unquoted pronouns that are subjects, up to an offset. */
  private void resolveUntil(int end) {
    for (;
        resolvedUntil < tokens.size() && tokens.word(resolvedUntil).token().span().end() <= end;
        resolvedUntil++) {
      Span span = tokens.word(resolvedUntil).token().span();
      String word = tokens.word(resolvedUntil).token().word().toLowerCase(Locale.ROOT);
      Gender gender = SUBJECTS.get(word);
      if (gender != null && tokens.word(resolvedUntil).isUnquoted()) {
        mostSalient(span, word, gender)
            .filter(Speaker.Known.class::isInstance)
            .map(Speaker.Known.class::cast)
            .map(Speaker.Known::entity)
            // Later resolutions depend on this one, so the gender must be known and not only
            // compatible.
            .filter(it -> genders.of(it) == gender)
            .ifPresent(
                it ->
                    resolvedPronouns.add(new ResolvedPronoun(span, it, discourse.count(it, span))));
      }
    }
  }

  /**
   * Returns the referent of an epithet, "the Florida senator", that no role or title resolves: a
   * person mentioned at least twice before, who is highly salient and clearly more so than all
   * others.
   */
  Optional<Entity> resolveEpithet(Span epithet, Gender gender) {
    resolveUntil(epithet.begin());
    Map<Entity, Double> people = salience(epithet, gender);
    return people.entrySet().stream()
        .filter(
            it ->
                it.getValue() >= MIN_EPITHET_SALIENCE && discourse.count(it.getKey(), epithet) > 1)
        .filter(
            it ->
                people.values().stream()
                        .filter(salience -> salience > it.getValue() - MIN_EPITHET_MARGIN)
                        .count()
                    == 1)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Optional<Speaker> mostSalient(Span pronoun, String words, Gender gender) {
    Optional<Map.Entry<Entity, Double>> first =
        salience(pronoun, gender).entrySet().stream().max(Map.Entry.comparingByValue());
    int sentence = tokens.sentence(pronoun);
    Optional<Speaker> described =
        discourse
            .lastSpeaker()
            .filter(Speaker.Described.class::isInstance)
            .filter(it -> NounPhraseNumber.isOnePerson(it.name()))
            .filter(it -> isInReach(it.span(), sentence))
            .filter(
                it ->
                    first.isEmpty()
                        || SUBJECT - discourse.distance(it.span(), sentence)
                            > first.get().getValue());
    return described
        .map(it -> SpeakerResolver.withSource(it, pronoun, words))
        .or(() -> first.map(it -> new Speaker.Known(pronoun, words, it.getKey())));
  }

  /** Returns the salience of each person to whom a source may refer. */
  Map<Entity, Double> salience(PersonSource source) {
    resolveUntil(source.span().begin());
    return salience(source.span(), source.gender());
  }

  /** Returns the salience of each person mentioned shortly before a position. */
  private Map<Entity, Double> salience(Span place, Gender gender) {
    int sentence = tokens.sentence(place);
    // In reading order, because the first of equals is chosen: hash codes differ between runs.
    Map<Entity, Double> scores = new LinkedHashMap<>();
    Map<Entity, Integer> times = new HashMap<>();
    int end = discourse.mentionsBefore(place);
    int begin = end;
    while (begin > 0
        && discourse.distance(mentions.get(begin - 1).span(), sentence) <= MAX_SENTENCE_DISTANCE) {
      begin--;
    }
    for (int i = begin; i < end; i++) {
      Mention mention = mentions.get(i);
      if (mention.entity().type() != EntityType.PERSON
          || !genders.of(mention.entity()).fits(gender)) {
        continue;
      }
      int distance = discourse.distance(mention.span(), sentence);
      double score = -distance + (tokens.isSubject(mention.span()) ? SUBJECT : 0);
      score += tokens.inQuotation(mention.span().begin()) ? QUOTED : 0;
      // "Campaigning against Mitt Romney, he": the object of a preposition before the subject is
      // not the subject.
      score += distance == 0 && tokens.followsPreposition(mention.span()) ? GOVERNED : 0;
      scores.merge(mention.entity(), score, Math::max);
      times.put(mention.entity(), discourse.count(i));
    }
    for (int i = resolvedPronouns.size() - 1; i >= 0; i--) {
      ResolvedPronoun resolved = resolvedPronouns.get(i);
      int distance = discourse.distance(resolved.span(), sentence);
      if (distance > MAX_SENTENCE_DISTANCE) {
        break;
      }
      if (resolved.span().end() <= place.begin() && genders.of(resolved.person()).fits(gender)) {
        scores.merge(resolved.person(), SUBJECT - distance, Math::max);
        times.putIfAbsent(resolved.person(), resolved.times());
      }
    }
    scores.replaceAll((person, score) -> score + prominence(times.get(person)));
    discourse
        .lastSpeaker()
        .filter(Speaker.Known.class::isInstance)
        .map(Speaker.Known.class::cast)
        .filter(it -> it.entity().type() == EntityType.PERSON)
        // Whoever writes "I" is nobody's "she".
        .filter(it -> !it.text().equals("I"))
        .filter(it -> genders.of(it.entity()).fits(gender) && isInReach(it.span(), sentence))
        .ifPresent(
            it -> {
              scores.putIfAbsent(it.entity(), SUBJECT - discourse.distance(it.span(), sentence));
              scores.merge(it.entity(), speakerSalience(it), Double::sum);
            });
    return scores;
  }

  private boolean isInReach(Span span, int sentence) {
    int distance = discourse.distance(span, sentence);
    return distance >= 0 && distance <= MAX_SENTENCE_DISTANCE;
  }

  /** Returns the salience of the last speaker. A signature at the end of a text has no tokens. */
  private double speakerSalience(Speaker last) {
    int begin = tokens.indexAtOrAfter(last.span().begin());
    boolean isRelative =
        begin < tokens.size() && tokens.word(begin).token().pos() == PartOfSpeech.RELATIVE;
    return isRelative ? RELATIVE_SPEAKER : SPEAKER;
  }

  /** Returns the salience due to the number of mentions. */
  private static double prominence(int times) {
    return PROMINENCE * Math.log(1 + times) / Math.log(2);
  }
}
