package org.newsgraph.link;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.newsgraph.article.WordLists;

/**
 * A logistic regression: how likely a candidate is right. Its weights are made by {@code
 * training/linker.py}.
 */
final class LogisticModel {
  /** A probability is said in thousandths. */
  private static final double FINE = 1000;

  private static final Map<Feature, Double> WEIGHTS = new EnumMap<>(Feature.class);

  static {
    for (List<String> row : WordLists.rows(LogisticModel.class, "weights.tsv")) {
      WEIGHTS.put(Feature.valueOf(row.get(0)), Double.valueOf(row.get(1)));
    }
  }

  private LogisticModel() {}

  static double probability(Map<Feature, Double> features) {
    double sum = 0;
    for (Map.Entry<Feature, Double> each : features.entrySet()) {
      sum += WEIGHTS.getOrDefault(each.getKey(), 0.0) * each.getValue();
    }
    return Math.round(FINE / (1 + Math.exp(-sum))) / FINE;
  }
}
