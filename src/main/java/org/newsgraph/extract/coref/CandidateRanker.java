package org.newsgraph.extract.coref;

import java.util.Comparator;
import java.util.EnumMap;
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
    void accept(PersonSource source, Map<SpeakerCandidate, Evidence> candidates);
  }

  private final Discourse discourse;
  private final CandidateFeatures features;
  private final Observer observer;

  CandidateRanker(Discourse discourse, Observer observer) {
    this.discourse = discourse;
    this.features = new CandidateFeatures(discourse);
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
    Map<SpeakerCandidate, Evidence> found = features.of(source, byRules);
    observer.accept(source, found);
    Map<CandidateFeature, Double> weights = WEIGHTS.get(source.kind());
    return found.entrySet().stream()
        .max(Comparator.comparingDouble(it -> score(weights, it.getValue())))
        .map(it -> it.getKey().toSpeaker(source.span(), source.words()))
        .orElse(byRules);
  }

  private static double score(Map<CandidateFeature, Double> weights, Evidence evidence) {
    double sum = 0;
    for (Map.Entry<CandidateFeature, Double> each : evidence.values().entrySet()) {
      sum += weights.getOrDefault(each.getKey(), 0.0) * each.getValue();
    }
    return sum;
  }
}
