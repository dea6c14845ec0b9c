package org.newsgraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.query.BackgroundCache.Computed;
import org.newsgraph.query.BackgroundCache.Policy;
import org.newsgraph.store.NewsStore;

class BackgroundCacheTest {
  private static final Node THING = NodeFactory.createURI("urn:thing");

  @TempDir private Path folder;

  @Test
  void nobody_waits_for_a_long_look_where_there_is_something_to_show() {
    assertThat(Policy.DEFAULT.maxWait(Optional.of(Duration.ofSeconds(9)))).isZero();
    assertThat(Policy.DEFAULT.maxWait(Optional.of(Duration.ofMillis(3)))).isPositive();
    assertThat(Policy.DEFAULT.maxWait(Optional.empty())).isPositive();
  }

  @Test
  void nothing_is_there_until_it_was_looked_for() {
    try (NewsStore store = NewsStore.create(folder.resolve("db"), Optional.empty())) {
      Queue<Runnable> later = new ArrayDeque<>();
      BackgroundCache<Boolean> kept =
          new BackgroundCache<>(store, BackgroundCacheTest::isThere, later::add);
      assertThat(kept.peek()).isEmpty();
      later.remove().run();
      assertThat(kept.peek()).contains(false);
    }
  }

  @Test
  void a_change_is_seen_by_who_asks_next() {
    try (NewsStore store = NewsStore.create(folder.resolve("db"), Optional.empty())) {
      BackgroundCache<Boolean> kept =
          new BackgroundCache<>(store, BackgroundCacheTest::isThere, Runnable::run);
      assertThat(kept.peek()).contains(false);
      store.dataset().executeWrite(() -> store.dataset().add(THING, THING, THING, THING));
      assertThat(kept.peek()).contains(true);
    }
  }

  @Test
  void one_computation_runs_at_a_time_however_many_ask() {
    try (NewsStore store = NewsStore.create(folder.resolve("db"), Optional.empty())) {
      Queue<Runnable> later = new ArrayDeque<>();
      BackgroundCache<Boolean> kept =
          new BackgroundCache<>(store, BackgroundCacheTest::isThere, later::add);
      kept.warmUp();
      kept.warmUp();
      assertThat(kept.peek()).isEmpty();
      assertThat(later).hasSize(1);
      later.remove().run();
      kept.warmUp();
      assertThat(later).isEmpty();
    }
  }

  @Test
  void a_slow_value_rests_before_it_is_computed_again() {
    try (NewsStore store = NewsStore.create(folder.resolve("db"), Optional.empty())) {
      AtomicInteger times = new AtomicInteger();
      Policy policy = new Policy(Duration.ofMillis(1), Duration.ofSeconds(1), 10);
      Duration hour = Duration.ofHours(1);
      Computed<Integer> fresh = new Computed<>(-1, -1, Instant.now().minus(hour), hour);
      BackgroundCache<Integer> resting =
          new BackgroundCache<>(
              store, times::incrementAndGet, Runnable::run, policy, Optional.of(fresh));
      assertThat(resting.peek()).contains(-1);
      assertThat(times).hasValue(0);
      Computed<Integer> rested =
          new Computed<>(-1, -1, Instant.now().minus(hour.multipliedBy(11)), hour);
      BackgroundCache<Integer> due =
          new BackgroundCache<>(
              store, times::incrementAndGet, Runnable::run, policy, Optional.of(rested));
      assertThat(due.peek()).contains(1);
    }
  }

  @Test
  void a_result_is_computed_once_until_the_database_changes() {
    try (NewsStore store = NewsStore.create(folder.resolve("db"), Optional.empty())) {
      AtomicInteger times = new AtomicInteger();
      ResultCache<String, Integer> results =
          new ResultCache<>(store, request -> times.incrementAndGet());
      assertThat(results.get("a")).isEqualTo(results.get("a"));
      assertThat(results.get("b")).isEqualTo(2);
      store.dataset().executeWrite(() -> store.dataset().add(THING, THING, THING, THING));
      // A result that took no time is not kept beyond a change.
      int after = results.get("a");
      while (after == 1) {
        after = results.get("a");
      }
      assertThat(after).isEqualTo(3);
    }
  }

  private static boolean isThere(DatasetGraph dataset) {
    return dataset.contains(Node.ANY, THING, THING, THING);
  }
}
