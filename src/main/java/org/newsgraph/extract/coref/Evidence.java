package org.newsgraph.extract.coref;

import java.util.EnumMap;
import java.util.Map;

/** The evidence for one candidate: a value for each feature that it has. */
final class Evidence {
  private final Map<CandidateFeature, Double> values = new EnumMap<>(CandidateFeature.class);

  void set(CandidateFeature feature) {
    values.put(feature, 1.0);
  }

  void set(CandidateFeature feature, boolean present) {
    if (present) {
      set(feature);
    }
  }

  void set(CandidateFeature feature, double value) {
    values.put(feature, value);
  }

  boolean has(CandidateFeature feature) {
    return values.containsKey(feature);
  }

  /** Returns the value of a feature, or 0. */
  double get(CandidateFeature feature) {
    return values.getOrDefault(feature, 0.0);
  }

  /** Returns the values, by feature. */
  Map<CandidateFeature, Double> values() {
    return values;
  }
}
