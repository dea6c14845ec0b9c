package org.newsgraph.serve.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A delivery is due after a change, or after a delay that doubles with each failure. */
final class DeliveryScheduleTest {
  private final DeliverySchedule schedule = new DeliverySchedule();

  @Test
  void one_delivery_is_started_per_change() {
    assertThat(schedule.startIfDue(1, 0)).isTrue();
    assertThat(schedule.startIfDue(2, 0)).as("while one is running").isFalse();
    schedule.succeeded(false);
    assertThat(schedule.startIfDue(2, 0)).isTrue();
    schedule.succeeded(false);
    assertThat(schedule.startIfDue(2, 0)).isFalse();
  }

  @Test
  void a_delivery_that_may_have_more_is_followed_by_another() {
    assertThat(schedule.startIfDue(1, 0)).isTrue();
    schedule.succeeded(true);
    assertThat(schedule.startIfDue(1, 0)).isTrue();
  }

  @Test
  void a_failure_delays_the_next_delivery_twice_as_long_each_time() {
    List<Long> delays = new ArrayList<>();
    long now = -5;
    for (int i = 0; i < 14; i++) {
      assertThat(schedule.startIfDue(1, now)).isTrue();
      long delay = schedule.failed(now);
      delays.add(delay);
      assertThat(schedule.startIfDue(2, now + TimeUnit.SECONDS.toNanos(delay) - 1)).isFalse();
      now += TimeUnit.SECONDS.toNanos(delay);
    }
    assertThat(delays).startsWith(1L, 2L, 4L, 8L).endsWith(2048L, 3600L, 3600L);
    assertThat(schedule.hasFailed()).isTrue();
  }
}
