package org.newsgraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.store.NewsStore;

class BackgroundCacheTest {
  private static final Node THING = NodeFactory.createURI("urn:thing");

  @TempDir private Path folder;

  @Test
  void nobody_waits_for_a_long_look_where_there_is_something_to_show() {
    assertThat(BackgroundCache.maxWait(Optional.of(Duration.ofSeconds(9)))).isZero();
    assertThat(BackgroundCache.maxWait(Optional.of(Duration.ofMillis(3)))).isPositive();
    assertThat(BackgroundCache.maxWait(Optional.empty())).isPositive();
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

  private static boolean isThere(DatasetGraph dataset) {
    return dataset.contains(Node.ANY, THING, THING, THING);
  }
}
