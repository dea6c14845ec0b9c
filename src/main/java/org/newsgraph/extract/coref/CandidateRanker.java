package org.newsgraph.extract.coref;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsgraph.article.Span;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.Speaker;

/**
 * Chooses the person to whom a source without a name refers, among the persons and earlier speakers
 * of the article. The model is log-linear; {@code training/speakers.py} computes the weights of the
 * evidence.
 */
final class CandidateRanker {
  /** Minimum probability of a speaker whom the rules do not choose. */
  private static final Map<PersonSource.Kind, Double> MIN_PROBABILITY =
      Map.of(PersonSource.Kind.PRONOUN, 0.7, PersonSource.Kind.DESCRIPTION, 0.5);

  private static final Map<PersonSource.Kind, Map<CandidateFeature, Double>> WEIGHTS =
      new EnumMap<>(PersonSource.Kind.class);

  static {
    for (List<String> row : WordLists.rows(CandidateRanker.class, "speaker-weights.tsv")) {
      WEIGHTS
          .computeIfAbsent(
              PersonSource.Kind.valueOf(row.get(0)), it -> new EnumMap<>(CandidateFeature.class))
          .put(CandidateFeature.valueOf(row.get(1)), Double.valueOf(row.get(2)));
    }
  }

  /** Receives the candidates for each source, for training. */
  interface Observer {
    void accept(PersonSource source, Map<SpeakerCandidate, SpeakerEvidence> candidates);
  }

  private final Discourse discourse;
  private final CandidateFeatures features;
  private final Observer observer;

  CandidateRanker(
      Discourse discourse,
      PronounResolver pronouns,
      DefiniteDescriptionResolver descriptions,
      Observer observer) {
    this.discourse = discourse;
    this.features = new CandidateFeatures(discourse, pronouns, descriptions);
    this.observer = observer;
  }

  /**
   * Returns the most probable speaker of a source: the one chosen by rules, if the source does not
   * refer to one person.
   */
  Speaker choose(Span span, String words, Speaker byRules) {
    return PersonSource.of(discourse.tokens(), span, words)
        .map(source -> choose(source, byRules))
        .orElse(byRules);
  }

  private Speaker choose(PersonSource source, Speaker byRules) {
    Map<SpeakerCandidate, SpeakerEvidence> found = features.of(source, byRules);
    observer.accept(source, found);
    Map<SpeakerCandidate, Double> probabilities = probabilities(WEIGHTS.get(source.kind()), found);
    SpeakerCandidate best =
        Collections.max(probabilities.entrySet(), Map.Entry.comparingByValue()).getKey();
    double minimum = MIN_PROBABILITY.get(source.kind());
    if (best.is(byRules) || probabilities.get(best) >= minimum) {
      return best.toSpeaker(source.span(), source.words());
    }
    // The words of a description are always right, and a wrong name is worse than none.
    return source.isDescription()
        ? new SpeakerCandidate.New().toSpeaker(source.span(), source.words())
        : byRules;
  }

  private static Map<SpeakerCandidate, Double> probabilities(
      Map<CandidateFeature, Double> weights, Map<SpeakerCandidate, SpeakerEvidence> found) {
    Map<SpeakerCandidate, Double> scores = new LinkedHashMap<>();
    found.forEach((candidate, evidence) -> scores.put(candidate, score(weights, evidence)));
    double max = Collections.max(scores.values());
    scores.replaceAll((candidate, score) -> Math.exp(score - max));
    double sum = scores.values().stream().mapToDouble(it -> it).sum();
    scores.replaceAll((candidate, likelihood) -> likelihood / sum);
    return scores;
  }

  private static double score(Map<CandidateFeature, Double> weights, SpeakerEvidence evidence) {
    double sum = 0;
    for (Map.Entry<CandidateFeature, Double> each : evidence.values().entrySet()) {
      sum += weights.getOrDefault(each.getKey(), 0.0) * each.getValue();
    }
    return sum;
  }
}
