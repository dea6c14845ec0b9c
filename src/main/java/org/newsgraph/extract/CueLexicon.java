package org.newsgraph.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsgraph.article.Resources;

/**
 * Which verbs give content to somebody, and in which frames; counted in a corpus, see {@code
 * cues.tsv}.
 */
final class CueLexicon {
  private static final Map<String, Map<String, Double>> RATES = read();

  /** Frames in which a verb that takes them tells what somebody said, not only thinks of it. */
  private static final Set<String> TELLING = Set.of("clause", "aside");

  private CueLexicon() {}

  private static Map<String, Map<String, Double>> read() {
    Map<String, Map<String, Double>> rates = new HashMap<>();
    for (List<String> row : Resources.rows(CueLexicon.class, "cues.tsv")) {
      double occurrences = Integer.parseInt(row.get(2));
      double found = Integer.parseInt(row.get(4));
      rates
          .computeIfAbsent(row.get(0), lemma -> new HashMap<>())
          .put(row.get(1), (found + 1) / (occurrences + 2));
    }
    return rates;
  }

  /** Whether a verb is used to say that something is said, thought or felt. */
  static boolean isSpeech(String lemma) {
    return RATES.getOrDefault(lemma, Map.of()).keySet().stream().anyMatch(TELLING::contains);
  }

  /** How often content in this frame is attributed content, from 0 (never seen) to 1. */
  static double rate(String lemma, String frame) {
    return RATES.getOrDefault(lemma, Map.of()).getOrDefault(frame, 0.0);
  }
}
