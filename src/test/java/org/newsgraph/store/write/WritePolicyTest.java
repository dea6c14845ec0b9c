package org.newsgraph.store.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WritePolicyTest {
  private static final WritePolicy POLICY = WritePolicy.DEFAULT;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long MEBIBYTE = 1 << 20;

  @Test
  void the_first_articles_are_stored_by_transactions_and_later_ones_logged() {
    assertThat(POLICY.isLogged(0)).isFalse();
    assertThat(POLICY.isLogged(99_999)).isFalse();
    assertThat(POLICY.isLogged(100_000)).isTrue();
  }

  @Test
  void a_batch_is_complete_after_a_second_and_later_after_a_twentieth_of_the_time() {
    assertThat(POLICY.isBatchComplete(1, false, SECOND - 1, 5 * SECOND)).isFalse();
    assertThat(POLICY.isBatchComplete(1, false, SECOND, 5 * SECOND)).isTrue();
    assertThat(POLICY.isBatchComplete(1, true, 4 * SECOND, 100 * SECOND)).isFalse();
    assertThat(POLICY.isBatchComplete(1, true, 5 * SECOND, 100 * SECOND)).isTrue();
  }

  @Test
  void a_batch_is_complete_when_it_is_large_and_sooner_for_the_log() {
    assertThat(POLICY.isBatchComplete(29_999, true, 0, 0)).isFalse();
    assertThat(POLICY.isBatchComplete(30_000, true, 0, 0)).isTrue();
    assertThat(POLICY.isBatchComplete(199_999, false, 0, 0)).isFalse();
    assertThat(POLICY.isBatchComplete(200_000, false, 0, 0)).isTrue();
  }

  @Test
  void a_long_build_checkpoints_when_the_log_has_four_times_as_much_as_the_database() {
    assertThat(POLICY.isCheckpointDue(4_000_000, 100_000)).isFalse();
    assertThat(POLICY.isCheckpointDue(4_000_001, 100_000)).isTrue();
    assertThat(POLICY.isCheckpointDue(40_000_000, 10_000_000)).isFalse();
    assertThat(POLICY.isCheckpointDue(40_000_001, 10_000_000)).isTrue();
  }

  @Test
  void a_log_that_is_small_beside_the_database_is_applied_by_transactions() {
    assertThat(POLICY.isRebuildFaster(1_000, POLICY.size(10_000))).isTrue();
    assertThat(POLICY.isRebuildFaster(1_000, POLICY.size(10_000) + 1)).isFalse();
  }

  @Test
  void a_database_is_compacted_when_more_is_wasted_than_used() {
    assertThat(POLICY.isCompactionDue(129 * MEBIBYTE, MEBIBYTE)).isFalse();
    assertThat(POLICY.isCompactionDue(129 * MEBIBYTE + 1, MEBIBYTE)).isTrue();
    assertThat(POLICY.isCompactionDue(2000 * MEBIBYTE, 1000 * MEBIBYTE)).isFalse();
    assertThat(POLICY.isCompactionDue(2000 * MEBIBYTE + 1, 1000 * MEBIBYTE)).isTrue();
  }
}
