package org.newsgraph.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LinkExplanationTest {
  private static final Map<Feature, Double> WEIGHTS =
      Map.of(
          Feature.SAME_NAME, 1.2,
          Feature.ALIKE, 1.7,
          Feature.CONTEXT, 0.5,
          Feature.COMPLETED, 2.5,
          Feature.QUALIFIED, -1.0,
          Feature.OTHER_TYPE, -1.8);

  @Test
  void the_strongest_reason_comes_first() {
    assertThat(
            why(
                Map.of(Feature.SAME_NAME, 1.0, Feature.CONTEXT, 1.0, Feature.ALIKE, 1.0),
                List.of("Ohio")))
        .isEqualTo("named exactly so; the article mentions Ohio");
  }

  @Test
  void the_strongest_reason_against_a_link_comes_last() {
    assertThat(
            why(
                Map.of(Feature.ALIKE, 0.5, Feature.OTHER_TYPE, 1.0, Feature.QUALIFIED, 1.0),
                List.of()))
        .isEqualTo("a similar name; but of another type");
  }

  @Test
  void a_completed_name_is_given() {
    assertThat(
            LinkExplanation.of(
                Map.of(Feature.COMPLETED, 1.0, Feature.QUALIFIED, 1.0),
                WEIGHTS,
                Optional.of("Fern County, Utah"),
                List.of()))
        .isEqualTo("the article completes the name to “Fern County, Utah”");
  }

  @Test
  void features_that_hardly_count_are_not_given() {
    assertThat(why(Map.of(Feature.CONTEXT, 0.1, Feature.SAME_NAME, 0.0), List.of("Ohio")))
        .isEmpty();
  }

  @Test
  void every_reason_belongs_to_a_feature_that_the_model_weighs() {
    Map<Feature, Double> all = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      all.put(feature, 1.0);
    }
    assertThat(LinkExplanation.of(all, LogisticModel.weights(), Optional.of("x"), List.of("y")))
        .doesNotContain("{");
  }

  private static String why(Map<Feature, Double> features, List<String> shared) {
    return LinkExplanation.of(features, WEIGHTS, Optional.empty(), shared);
  }
}
