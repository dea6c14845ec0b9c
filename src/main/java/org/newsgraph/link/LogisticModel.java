package org.newsgraph.link;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.newsgraph.article.WordLists;

/**
 * Logistic regression for the probability that a candidate is correct. {@code training/linker.py}
 * computes the weights.
 */
final class LogisticModel {
  /** Number of steps to which a probability is rounded: thousandths. */
  private static final double STEPS = 1000;

  private static final Map<Feature, Double> WEIGHTS = new EnumMap<>(Feature.class);

  static {
    for (List<String> row : WordLists.rows(LogisticModel.class, "weights.tsv")) {
      WEIGHTS.put(Feature.valueOf(row.get(0)), Double.valueOf(row.get(1)));
    }
  }

  private LogisticModel() {}

  /** Returns the weight of each feature. */
  static Map<Feature, Double> weights() {
    return Collections.unmodifiableMap(WEIGHTS);
  }

  static double probability(Map<Feature, Double> features) {
    double sum = 0;
    for (Map.Entry<Feature, Double> each : features.entrySet()) {
      sum += WEIGHTS.getOrDefault(each.getKey(), 0.0) * each.getValue();
    }
    return Math.round(STEPS / (1 + Math.exp(-sum))) / STEPS;
  }
}
