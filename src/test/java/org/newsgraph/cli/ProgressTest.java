package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  @Test
  void it_says_how_many_how_fast_and_how_long_the_rest_takes() {
    assertThat(Progress.format(30, OptionalLong.of(120), Duration.ofSeconds(60)))
        .isEqualTo("30 of 120 articles, 0.5 per second, 3:00 left");
  }

  @Test
  void without_a_total_it_says_nothing_of_the_rest() {
    assertThat(Progress.format(1, OptionalLong.empty(), Duration.ofSeconds(2)))
        .isEqualTo("1 article, 0.5 per second");
  }
}
