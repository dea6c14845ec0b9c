package org.newsgraph.query.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.newsgraph.io.DaemonThreadFactory;
import org.newsgraph.query.BackgroundCache;
import org.newsgraph.query.BackgroundCache.Computed;
import org.newsgraph.query.BackgroundCache.Policy;
import org.newsgraph.store.NewsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cached statistics of the database. If counting is fast, it is done on demand after each change.
 * In a large database it takes seconds and is done in the background, at intervals while the
 * database changes. The statistics are saved and reused after a restart.
 */
public final class StatisticsService implements AutoCloseable {
  /** Counts at most a tenth of the time; a page waits half a second for the first count. */
  private static final Policy POLICY =
      new Policy(Duration.ofMillis(200), Duration.ofMillis(500), 10);

  private static final long CLOSE_TIMEOUT_SECONDS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(StatisticsService.class);

  private final NewsStore store;
  private final BackgroundCache<Optional<Figures>> cache;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(new DaemonThreadFactory("counts"));

  private volatile Optional<Figures> last;

  /**
   * The statistics.
   *
   * @param at time at which they were counted
   */
  public record Figures(DatasetStatistics statistics, Instant at) {}

  /** Creates the service. Saved statistics are used until the database has been counted again. */
  public StatisticsService(NewsStore store) {
    this.store = store;
    Optional<StatisticsFile> saved = StatisticsFile.read(store);
    this.last = saved.map(StatisticsService::figures);
    this.cache =
        new BackgroundCache<>(
            store, this::count, background, POLICY, saved.map(it -> computed(it, store)));
  }

  private static Figures figures(StatisticsFile saved) {
    return new Figures(saved.statistics(), Instant.parse(saved.at()));
  }

  private static Computed<Optional<Figures>> computed(StatisticsFile saved, NewsStore store) {
    Figures figures = figures(saved);
    return new Computed<>(
        Optional.of(figures),
        saved.isCurrent(store) ? store.revision() : -1,
        figures.at(),
        Duration.ofMillis(Math.round(saved.seconds() * 1e3)));
  }

  /** Starts to count in the background if the saved statistics are not up to date. */
  public void warmUp() {
    cache.warmUp();
  }

  /**
   * Returns the statistics. If counting is slow, they may be those of an earlier state; empty while
   * a large database is being counted for the first time.
   */
  public Optional<Figures> current() {
    return cache.peek().flatMap(it -> it);
  }

  /**
   * Returns the statistics. Waits until the database has been counted for the first time.
   *
   * @throws IllegalStateException if counting fails
   */
  public Figures await() throws InterruptedException {
    return cache
        .await()
        .orElseThrow(() -> new IllegalStateException("the database cannot be counted"));
  }

  /** Counts; returns the previous figures, if any, if that fails or the service is closed. */
  private Optional<Figures> count() {
    try {
      last = Optional.of(figures(StatisticsFile.count(store)));
    } catch (CancellationException e) {
      // The server is stopping.
    } catch (RuntimeException e) {
      LOG.error("{}: cannot count the statistics ({})", store.folder(), e.getMessage());
    }
    return last;
  }

  /** Cancels counting. */
  @Override
  public void close() {
    background.shutdownNow();
    try {
      background.awaitTermination(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
