package org.newsgraph.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.NewsStore;

class StatisticsServiceTest {
  @TempDir Path folder;

  @Test
  void figures_follow_changes() {
    try (NewsStore store = NewsStore.create(folder, Optional.empty());
        StatisticsService counts = new StatisticsService(store)) {
      assertThat(articles(counts)).isZero();
      put(store);
      assertThat(articles(counts)).isEqualTo(1);
      store.delete("harbour 1");
      assertThat(articles(counts)).isZero();
    }
  }

  @Test
  void figures_are_known_at_once_when_the_database_is_opened_again() {
    try (NewsStore store = NewsStore.create(folder, Optional.empty());
        StatisticsService counts = new StatisticsService(store)) {
      put(store);
      assertThat(articles(counts)).isEqualTo(1);
    }
    try (NewsStore store = NewsStore.open(folder);
        StatisticsService counts = new StatisticsService(store)) {
      Instant opened = Instant.now();
      StatisticsService.Figures figures = counts.current().orElseThrow();
      assertThat(figures.statistics().articles()).isEqualTo(1);
      assertThat(figures.at()).isBefore(opened);
    }
  }

  @Test
  void what_was_changed_by_another_program_is_counted_again() {
    try (NewsStore store = NewsStore.create(folder, Optional.empty());
        StatisticsService counts = new StatisticsService(store)) {
      assertThat(articles(counts)).isZero();
    }
    try (NewsStore store = NewsStore.open(folder)) {
      put(store);
    }
    try (NewsStore store = NewsStore.open(folder);
        StatisticsService counts = new StatisticsService(store)) {
      // Old statistics may be returned while counting in the background.
      while (articles(counts) == 0) {
        Thread.onSpinWait();
      }
      assertThat(articles(counts)).isEqualTo(1);
    }
  }

  private static void put(NewsStore store) {
    store.put(
        ArticleGraph.of(
            HandMade.harbour(), store.iris(), new Provenance("0.1.0", Instant.EPOCH), "digest"));
  }

  private static long articles(StatisticsService counts) {
    return counts.current().orElseThrow().statistics().articles();
  }
}
