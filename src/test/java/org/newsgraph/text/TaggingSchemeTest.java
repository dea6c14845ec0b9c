package org.newsgraph.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class TaggingSchemeTest {
  private static final double LIKELY = Math.log(0.9);
  private static final double UNLIKELY = Math.log(0.02);

  @Test
  void an_inside_without_a_begin_becomes_one() {
    double[][] likelihoods = {row(5, 0), row(5, 2), row(5, 3), row(5, 0)};
    assertThat(TaggingScheme.BIOES.decode(likelihoods)).startsWith(0, 1, 3, 0);
  }

  @Test
  void a_name_of_one_kind_does_not_go_on_as_another() {
    TaggingScheme names = TaggingScheme.names(2);
    double[][] likelihoods = {row(5, 1), row(5, 4), row(5, 0)};
    assertThat(names.decode(likelihoods)).isNotEqualTo(new int[] {1, 4, 0}).hasSize(3);
  }

  @Test
  void no_words_have_no_states() {
    assertThat(TaggingScheme.BIO.decode(new double[0][])).isEmpty();
  }

  @Property
  void every_content_that_begins_also_ends(@ForAll("likelihoods") double[][] likelihoods) {
    int[] states = TaggingScheme.BIOES.decode(likelihoods);
    boolean open = false;
    for (int state : states) {
      assertThat(open).isEqualTo(state == TaggingScheme.INSIDE || state == TaggingScheme.END);
      open = state == TaggingScheme.BEGIN || state == TaggingScheme.INSIDE;
    }
    assertThat(open).isFalse();
  }

  @Provide
  Arbitrary<double[][]> likelihoods() {
    return Arbitraries.doubles()
        .between(-9, 0)
        .array(double[].class)
        .ofSize(5)
        .array(double[][].class)
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  private static double[] row(int states, int likely) {
    return IntStream.range(0, states).mapToDouble(i -> i == likely ? LIKELY : UNLIKELY).toArray();
  }
}
