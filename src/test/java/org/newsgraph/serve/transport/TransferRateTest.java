package org.newsgraph.serve.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TransferRateTest {
  private static final TransferLimits LIMITS = TransferLimits.DEFAULT;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void a_slow_mobile_connection_with_a_gap_is_fast_enough() {
    TransferRate rate = new TransferRate(0);
    for (int second = 1; second <= 300; second++) {
      boolean inGap = second % 60 < 15;
      rate.add(inGap ? 0 : 8 << 10);
      assertThat(rate.isBelow(LIMITS, second * SECOND)).as("second " + second).isFalse();
    }
  }

  @Test
  void a_fast_start_does_not_excuse_a_drip() {
    TransferRate rate = new TransferRate(0);
    rate.add(100 << 20);
    assertThat(rate.isBelow(LIMITS, 31 * SECOND)).isFalse();
    rate.add(60 * 30);
    assertThat(rate.isBelow(LIMITS, 60 * SECOND)).as("before the window has passed").isFalse();
    assertThat(rate.isBelow(LIMITS, 62 * SECOND)).isTrue();
  }

  @Test
  void a_late_measurement_counts_all_the_time_that_has_passed() {
    TransferRate rate = new TransferRate(0);
    rate.add(40 << 10);
    assertThat(rate.isBelow(LIMITS, 120 * SECOND)).isTrue();
  }

  @Test
  void a_pause_of_the_server_does_not_count() {
    TransferRate rate = new TransferRate(0);
    rate.restart(100 * SECOND);
    assertThat(rate.isBelow(LIMITS, 101 * SECOND)).isFalse();
  }
}
