package org.newsgraph.extract.coref;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.newsgraph.article.Span;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.Speaker;

/**
 * Chooses the speaker of a source without a name among the entities and earlier speakers of the
 * article. It is a log-linear model over the evidence for each candidate; {@code
 * training/speakers.py} computes the weights.
 */
final class CandidateRanker {
  private static final Map<SourceKind, Map<CandidateFeature, Double>> WEIGHTS =
      new EnumMap<>(SourceKind.class);

  static {
    for (List<String> row : WordLists.rows(CandidateRanker.class, "speaker-weights.tsv")) {
      WEIGHTS
          .computeIfAbsent(SourceKind.valueOf(row.get(0)), it -> new EnumMap<>(CandidateFeature.class))
          .put(CandidateFeature.valueOf(row.get(1)), Double.valueOf(row.get(2)));
    }
  }

  /** Receives the candidates for each source, for training. */
  interface Observer {
    void accept(
        Span source, SourceKind kind, Map<SpeakerCandidate, Map<CandidateFeature, Double>> found);
  }

  private final CandidateFeatures features;
  private final Observer observer;

  CandidateRanker(Discourse discourse, Observer observer) {
    this.features = new CandidateFeatures(discourse);
    this.observer = observer;
  }

  /** Returns the most probable speaker of a source. */
  Speaker choose(Span source, String words, Speaker byRules) {
    Map<SpeakerCandidate, Map<CandidateFeature, Double>> found =
        features.of(source, words, byRules);
    SourceKind kind = SourceKind.of(words);
    observer.accept(source, kind, found);
    Map<CandidateFeature, Double> weights = WEIGHTS.getOrDefault(kind, Map.of());
    if (weights.isEmpty()) {
      return byRules;
    }
    return found.entrySet().stream()
        .max(Comparator.comparingDouble(it -> score(weights, it.getValue())))
        .map(it -> it.getKey().toSpeaker(source, words))
        .orElse(byRules);
  }

  private static double score(
      Map<CandidateFeature, Double> weights, Map<CandidateFeature, Double> features) {
    double sum = 0;
    for (Map.Entry<CandidateFeature, Double> each : features.entrySet()) {
      sum += weights.getOrDefault(each.getKey(), 0.0) * each.getValue();
    }
    return sum;
  }
}
