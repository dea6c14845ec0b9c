package org.newsgraph.serve.sparql;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.newsgraph.serve.http.DaemonThreadFactory;
import org.newsgraph.store.DatasetStatistics;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StatisticsFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cached statistics of the database. If counting is fast, it is done on demand after each change.
 * In a large database it takes seconds and is done in the background, at intervals while the
 * database changes. The statistics are saved and reused after a restart.
 */
public final class StatisticsService implements AutoCloseable {
  private static final Duration FAST = Duration.ofMillis(200);

  /** Maximum time that callers wait for the first count of a database, in milliseconds. */
  private static final long FIRST_MILLIS = 500;

  /** Minimum time between slow counts, as a multiple of the duration of the last one. */
  private static final int MIN_INTERVAL_FACTOR = 10;

  private static final long CLOSE_TIMEOUT_SECONDS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(StatisticsService.class);

  private final NewsStore store;
  private final CountDownLatch first = new CountDownLatch(1);
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(new DaemonThreadFactory("counts"));

  private volatile Optional<Figures> last;
  private boolean started;
  private boolean counting;

  /**
   * The statistics.
   *
   * @param at time at which they were counted
   * @param revision revision of the database at that time; -1 if it was another state
   * @param took duration of counting
   */
  public record Figures(DatasetStatistics census, Instant at, long revision, Duration took) {
    private static Figures of(StatisticsFile kept, long changes) {
      return new Figures(
          kept.census(),
          Instant.parse(kept.at()),
          changes,
          Duration.ofMillis(Math.round(kept.seconds() * 1e3)));
    }
  }

  public StatisticsService(NewsStore store) {
    this.store = store;
    Optional<StatisticsFile> kept = StatisticsFile.read(store);
    boolean holds = kept.isPresent() && kept.get().isCurrent(store);
    // Statistics of an older state are used until they have been counted again.
    this.last = kept.map(it -> Figures.of(it, holds ? store.revision() : -1));
    if (last.isPresent()) {
      first.countDown();
    }
  }

  /** Starts to count in the background if the saved statistics are not up to date. */
  public synchronized void warmUp() {
    boolean counted = last.filter(it -> it.revision() == store.revision()).isPresent();
    if (!started && !counted) {
      countInBackground();
    }
    started = true;
  }

  /**
   * Returns the statistics. If counting is slow, they may be those of an earlier state; empty while
   * a large database is being counted for the first time.
   */
  public Optional<Figures> current() {
    if (last.isEmpty()) {
      warmUp();
      awaitFirst();
    }
    Optional<Figures> figures = last;
    figures.ifPresent(this::refresh);
    return last;
  }

  /**
   * Returns the statistics. Waits until the database has been counted for the first time.
   *
   * @throws IllegalStateException if counting fails
   */
  public Figures await() throws InterruptedException {
    if (last.isEmpty()) {
      warmUp();
      first.await();
    }
    return last.orElseThrow(() -> new IllegalStateException("the database cannot be counted"));
  }

  private synchronized void refresh(Figures figures) {
    if (figures.revision() == store.revision() || counting) {
      return;
    }
    if (figures.took().compareTo(FAST) < 0) {
      last = Optional.of(count());
    } else if (figures
        .at()
        .plus(figures.took().multipliedBy(MIN_INTERVAL_FACTOR))
        .isBefore(Instant.now())) {
      countInBackground();
    }
  }

  private synchronized void countInBackground() {
    counting = true;
    background.execute(
        () -> {
          try {
            last = Optional.of(count());
          } catch (CancellationException e) {
            // The server is stopping.
          } catch (RuntimeException e) {
            LOG.error("{}: cannot count the statistics ({})", store.folder(), e.getMessage());
          } finally {
            first.countDown();
            synchronized (this) {
              counting = false;
            }
          }
        });
  }

  private Figures count() {
    long changes = store.revision();
    return Figures.of(StatisticsFile.count(store), changes);
  }

  private void awaitFirst() {
    try {
      first.await(FIRST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
