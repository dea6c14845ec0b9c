package org.newsgraph.link.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  @Property
  void a_wait_is_never_longer_than_a_minute_nor_shorter_than_half_of_what_is_due(
      @ForAll @IntRange(min = 1) int failures,
      @ForAll @DoubleRange(min = 0, max = 1) double chance) {
    long due = failures > 6 ? 60_000 : 1000L << (failures - 1);
    assertThat(Backoff.delay(failures, chance).toMillis())
        .isBetween(Math.min(due, 60_000) / 2, Math.min(due, 60_000));
  }

  @Property
  void any_header_is_read_or_passed_over(@ForAll String header) {
    Backoff.parseRetryAfter(header, NOW).ifPresent(it -> assertThat(it.isNegative()).isFalse());
  }

  @Test
  void a_header_asks_for_seconds_or_names_a_moment() {
    assertThat(Backoff.parseRetryAfter(" 125 ", NOW)).contains(Duration.ofSeconds(125));
    assertThat(Backoff.parseRetryAfter("Wed, 04 Mar 2026 05:07:07 GMT", NOW))
        .contains(Duration.ofMinutes(1));
    assertThat(Backoff.parseRetryAfter("Wed, 04 Mar 2026 05:00:00 GMT", NOW))
        .contains(Duration.ZERO);
    assertThat(Backoff.parseRetryAfter("soon", NOW)).isEmpty();
    assertThat(Backoff.parseRetryAfter("-5", NOW)).isEmpty();
  }
}
