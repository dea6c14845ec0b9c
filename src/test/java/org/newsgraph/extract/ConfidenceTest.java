package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class ConfidenceTest {
  @Property
  void it_is_a_probability_that_rises_with_the_network_s_own(
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other,
      @ForAll Kind kind) {
    double low = Confidence.of(Math.min(one, other), kind);
    double high = Confidence.of(Math.max(one, other), kind);
    assertThat(low).isGreaterThan(0).isLessThanOrEqualTo(high);
    assertThat(high).isLessThan(1);
  }

  @Test
  void statements_are_more_certain_than_reports_of_speech_acts() {
    assertThat(Confidence.of(0.99, Kind.DIRECT)).isGreaterThan(Confidence.ofReport(0.99));
    assertThat(Confidence.of(0.99, Kind.INDIRECT)).isGreaterThan(Confidence.ofReport(0.99));
  }
}
