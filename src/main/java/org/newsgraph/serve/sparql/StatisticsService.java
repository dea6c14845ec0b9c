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
 * How much the database holds, kept ready: counting a large one takes seconds, and nobody should
 * wait for that. What takes long is counted in the background, now and then while the database
 * changes; what is quick, when somebody asks. What was counted outlives the server.
 */
public final class StatisticsService implements AutoCloseable {
  private static final Duration QUICK = Duration.ofMillis(200);

  /** How long to wait for the very first count of a database. */
  private static final long FIRST_MILLIS = 500;

  /** Of the time, at most one part in so many goes into counting. */
  private static final int REST = 10;

  private static final long END_SECONDS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(StatisticsService.class);

  private final NewsStore store;
  private final CountDownLatch first = new CountDownLatch(1);
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(new DaemonThreadFactory("counts"));

  private volatile Optional<Figures> last;
  private boolean begun;
  private boolean counting;

  /**
   * What was counted.
   *
   * @param at when
   * @param changes how often the database had been changed then, since it was opened
   * @param took how long counting lasted
   */
  public record Figures(DatasetStatistics census, Instant at, long changes, Duration took) {
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
    boolean holds = kept.isPresent() && kept.get().holds(store);
    // Of an older state, the figures are better than none until they are counted again.
    this.last = kept.map(it -> Figures.of(it, holds ? store.revision() : -1));
    if (last.isPresent()) {
      first.countDown();
    }
  }

  /** Counts, where that has to be done, so that who asks later need not wait. */
  public synchronized void begin() {
    boolean counted = last.filter(it -> it.changes() == store.revision()).isPresent();
    if (!begun && !counted) {
      countInBackground();
    }
    begun = true;
  }

  /** What is there: now, or where counting takes long, a while ago; empty until it is known. */
  public Optional<Figures> now() {
    if (last.isEmpty()) {
      begin();
      awaitFirst();
    }
    Optional<Figures> figures = last;
    figures.ifPresent(this::refresh);
    return last;
  }

  /**
   * The same, for those who cannot do without; they wait.
   *
   * @throws IllegalStateException where the database cannot be counted
   */
  public Figures whole() throws InterruptedException {
    if (last.isEmpty()) {
      begin();
      first.await();
    }
    return last.orElseThrow(() -> new IllegalStateException("it cannot be counted"));
  }

  private synchronized void refresh(Figures figures) {
    if (figures.changes() == store.revision() || counting) {
      return;
    }
    if (figures.took().compareTo(QUICK) < 0) {
      last = Optional.of(count());
    } else if (figures.at().plus(figures.took().multipliedBy(REST)).isBefore(Instant.now())) {
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
            // The server ends.
          } catch (RuntimeException e) {
            LOG.error("{}: cannot be counted ({})", store.folder(), e.getMessage());
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

  /** Breaks off counting that is under way. */
  @Override
  public void close() {
    background.shutdownNow();
    try {
      background.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
