package org.newsgraph.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.newsgraph.article.WordLists;

/**
 * A short explanation of a link's confidence: "named exactly so; the article mentions Ohio".
 * Consists of the phrases, listed in {@code reasons.tsv}, for the features that contribute most.
 */
final class LinkExplanation {
  /** Maximum number of reasons for the link. */
  private static final int MAX_FOR = 3;

  /** Maximum number of reasons against the link. */
  private static final int MAX_AGAINST = 1;

  /** Maximum number of words of the article that are given. */
  private static final int MAX_TERMS = 3;

  /** Minimum change of the log odds that a feature makes if it is given as a reason. */
  private static final double MIN_CONTRIBUTION = 0.2;

  private static final Map<Feature, String> REASONS = new EnumMap<>(Feature.class);

  static {
    for (List<String> row : WordLists.rows(LinkExplanation.class, "reasons.tsv")) {
      REASONS.put(Feature.valueOf(row.get(0)), row.get(1));
    }
  }

  private LinkExplanation() {}

  /**
   * Explains a link. A pure function.
   *
   * @param features features of the item
   * @param weights weights of the model
   * @param completion the name as completed by the rest of the article, if the item has it
   * @param shared words of the item's qualifier and description that the article mentions
   * @return reasons for the link, then the strongest reason against it, separated by semicolons
   */
  static String of(
      Map<Feature, Double> features,
      Map<Feature, Double> weights,
      Optional<String> completion,
      List<String> shared) {
    Map<Feature, Double> contributions = new EnumMap<>(Feature.class);
    for (Feature feature : REASONS.keySet()) {
      double value = features.getOrDefault(feature, 0.0) * weights.getOrDefault(feature, 0.0);
      if (Math.abs(value) >= MIN_CONTRIBUTION && isStated(feature, features)) {
        contributions.put(feature, value);
      }
    }
    List<String> reasons = new ArrayList<>();
    List<Map.Entry<Feature, Double>> strongest =
        contributions.entrySet().stream()
            .sorted(
                Comparator.comparingDouble(
                        (Map.Entry<Feature, Double> it) -> Math.abs(it.getValue()))
                    .reversed())
            .toList();
    strongest.stream()
        .filter(it -> it.getValue() > 0)
        .limit(MAX_FOR)
        .forEach(it -> reasons.add(REASONS.get(it.getKey())));
    strongest.stream()
        .filter(it -> it.getValue() < 0)
        .limit(MAX_AGAINST)
        .forEach(it -> reasons.add("but " + REASONS.get(it.getKey())));
    String terms = shared.stream().limit(MAX_TERMS).collect(Collectors.joining(", "));
    return String.join("; ", reasons)
        .replace("{name}", completion.orElse(""))
        .replace("{terms}", terms);
  }

  /** Tests whether a feature adds to the reasons: the same name is also a similar one. */
  private static boolean isStated(Feature feature, Map<Feature, Double> features) {
    boolean sameName = features.getOrDefault(Feature.SAME_NAME, 0.0) > 0;
    boolean context = features.getOrDefault(Feature.CONTEXT, 0.0) > 0;
    boolean completed =
        features.getOrDefault(Feature.COMPLETED, 0.0)
                + features.getOrDefault(Feature.WITH_PLACE, 0.0)
            > 0;
    return switch (feature) {
      case ALIKE -> !sameName;
      case QUALIFIED -> !context && !completed;
      default -> true;
    };
  }
}
