package org.newsgraph.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.WordLists;

/** Tests the calibration of link confidences against the gold data. */
final class LinkConfidenceTest {
  private static final int BINS = 5;

  private record Choice(double promised, boolean right) {}

  @Test
  void of_links_that_are_so_sure_about_so_many_are_right() {
    double[] promised = new double[BINS];
    int[] right = new int[BINS];
    int[] all = new int[BINS];
    double error = 0;
    List<Choice> choices = choices();
    for (Choice choice : choices) {
      int bin = Math.min(BINS - 1, (int) (choice.promised() * BINS));
      promised[bin] += choice.promised();
      all[bin]++;
      right[bin] += choice.right() ? 1 : 0;
    }
    StringBuilder curve = new StringBuilder();
    for (int bin = 0; bin < BINS; bin++) {
      if (all[bin] > 0) {
        error += Math.abs(promised[bin] - right[bin]) / choices.size();
        curve.append(
            String.format(
                Locale.ROOT,
                "%.2f promised, %.2f came true, of %d%n",
                promised[bin] / all[bin],
                (double) right[bin] / all[bin],
                all[bin]));
      }
    }
    assertThat(choices).hasSizeGreaterThan(400);
    // Expected calibration error (Guo et al. 2017).
    assertThat(error).as(curve.toString()).isLessThan(0.08);
  }

  /** Returns the most probable candidate of each entity. */
  private static List<Choice> choices() {
    List<List<String>> rows = WordLists.rows(LinkConfidenceTest.class, "candidates.tsv");
    List<String> columns = rows.get(0);
    Map<String, Choice> best = new HashMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      Map<Feature, Double> features = new EnumMap<>(Feature.class);
      for (int i = 2; i < columns.size(); i++) {
        features.put(Feature.valueOf(columns.get(i)), Double.valueOf(row.get(i)));
      }
      Choice choice = new Choice(LogisticModel.probability(features), row.get(1).equals("1"));
      best.merge(row.get(0), choice, (a, b) -> a.promised() >= b.promised() ? a : b);
    }
    return new ArrayList<>(best.values());
  }
}
