package org.newsgraph.serve;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.newsgraph.io.DaemonThreadFactory;
import org.newsgraph.store.NewsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compacts the database of a running server when it has grown enough: TDB2 takes about 2 MB for
 * every article that is stored or deleted, however small it is.
 */
final class CompactionScheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CompactionScheduler.class);
  private static final long INTERVAL_SECONDS = 60;

  /** Wasted space below which the database is not compacted, in bytes. */
  private static final long SLACK = 512L << 20;

  private final NewsStore store;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(new DaemonThreadFactory("compaction"));

  /** Size of the database after the last compaction, or at the start, in bytes. */
  private long compact;

  private long changes;

  CompactionScheduler(NewsStore store) {
    this.store = store;
    this.compact = store.size();
    ScheduledFuture<?> ignored =
        clock.scheduleWithFixedDelay(
            this::compactIfWasteful, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
  }

  private void compactIfWasteful() {
    try {
      long size = store.size();
      // Compacting only after the size has doubled keeps the work proportional to the data written.
      if (store.revision() != changes && size > 2 * compact + SLACK && store.compact()) {
        compact = store.size();
        changes = store.revision();
      }
    } catch (RuntimeException e) {
      LOG.error("compaction failed; the database is intact, but takes more disk space", e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    try {
      // A running compaction ends first.
      clock.awaitTermination(1, TimeUnit.HOURS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
