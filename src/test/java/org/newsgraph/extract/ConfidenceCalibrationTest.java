package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class ConfidenceCalibrationTest {
  @Property
  void it_is_a_probability_that_rises_with_the_network_s_own(
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other,
      @ForAll StatementKind kind) {
    double low = ConfidenceCalibration.calibrate(Math.min(one, other), kind);
    double high = ConfidenceCalibration.calibrate(Math.max(one, other), kind);
    assertThat(low).isGreaterThan(0).isLessThanOrEqualTo(high);
    assertThat(high).isLessThan(1);
  }

  @Test
  void statements_are_more_certain_than_reports_of_speech_acts() {
    assertThat(ConfidenceCalibration.calibrate(0.99, StatementKind.DIRECT))
        .isGreaterThan(ConfidenceCalibration.ofReport(0.99));
    assertThat(ConfidenceCalibration.calibrate(0.99, StatementKind.INDIRECT))
        .isGreaterThan(ConfidenceCalibration.ofReport(0.99));
  }
}
