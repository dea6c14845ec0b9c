package org.newsgraph.article.page;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Statistics of the type sizes on a page. */
final class TypeSizes {
  /** Difference up to which two sizes count as the same, as a share of the larger one. */
  private static final double TOLERANCE = 0.1;

  private TypeSizes() {}

  /** Returns the size of most characters, in points, rounded to a quarter of a point. */
  static double of(Collection<PageWord> words) {
    if (words.size() == 1) {
      return Math.max(0.25, Math.round(words.iterator().next().size() * 4) / 4.0);
    }
    Map<Double, Integer> lengths = new TreeMap<>();
    words.forEach(
        word ->
            lengths.merge(Math.round(word.size() * 4) / 4.0, word.text().length(), Integer::sum));
    return lengths.entrySet().stream()
        .max(Comparator.comparingInt(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .filter(size -> size > 0)
        .orElse(1.0);
  }

  static boolean areSame(double left, double right) {
    return Math.abs(left - right) <= TOLERANCE * Math.max(left, right);
  }
}
