package org.newsgraph.serve;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.newsgraph.serve.http.DaemonThreadFactory;
import org.newsgraph.store.NewsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives room back while serving, when it pays: TDB2 takes about 2 MB for every article that is put
 * or taken out, however small it is.
 */
final class CompactionScheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CompactionScheduler.class);
  private static final long EVERY_SECONDS = 60;

  /** What may be wasted before anything is done. */
  private static final long SLACK = 512L << 20;

  private final NewsStore store;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(new DaemonThreadFactory("compaction"));

  /** The size of the database when nothing in it was wasted, as far as is known. */
  private long compact;

  private long changes;

  CompactionScheduler(NewsStore store) {
    this.store = store;
    this.compact = store.size();
    ScheduledFuture<?> ignored =
        clock.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      long size = store.size();
      // As often as it has doubled: the work stays in proportion to what was written.
      if (store.revision() != changes && size > 2 * compact + SLACK && store.compact()) {
        compact = store.size();
        changes = store.revision();
      }
    } catch (RuntimeException e) {
      LOG.error("the database could not be compacted; it is whole, and takes more room", e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    try {
      // One that is under way ends first.
      clock.awaitTermination(1, TimeUnit.HOURS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
