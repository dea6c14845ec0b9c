package org.newsgraph.serve;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.newsgraph.io.DaemonThreadFactory;
import org.newsgraph.store.ActiveReplica;
import org.newsgraph.store.ActiveReplica.Selection;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoreException;

/** Watches which copy of a database is chosen, and switches a replica to it when it is ready. */
final class ReplicaWatcher implements AutoCloseable {
  private static final long INTERVAL_SECONDS = 1;

  private final ActiveReplica copies;
  private final Function<NewsStore, ServedDatabase> databaseOf;
  private final Consumer<String> report;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(new DaemonThreadFactory("replica"));

  /** Selection that was seen last, whether or not the copy could be served. */
  private Selection seen;

  private ServedDatabase serving;
  private String lastReport = "";

  /**
   * Opens the copy that is chosen now.
   *
   * @param databaseOf creates the served database of a copy
   * @param report receives a sentence about each switch and each copy that cannot be served
   */
  ReplicaWatcher(
      ActiveReplica copies,
      Function<NewsStore, ServedDatabase> databaseOf,
      Consumer<String> report) {
    this.copies = copies;
    this.databaseOf = databaseOf;
    this.report = report;
    this.seen = copies.selection();
    this.serving = open(seen);
  }

  /** Returns the database of the copy that was opened first. */
  ServedDatabase first() {
    return serving;
  }

  /** Starts to watch the selection. */
  void follow(HotSwapHandler place) {
    ScheduledFuture<?> ignored =
        clock.scheduleWithFixedDelay(
            () -> checkSelection(place), INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
  }

  private void checkSelection(HotSwapHandler place) {
    try {
      Selection now = copies.selection();
      if (now.equals(seen)) {
        return;
      }
      seen = now;
      if (!now.copy().equals(serving.store().folder())) {
        switchTo(place, now);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      String reason =
          e instanceof StoreException
              ? e.getMessage()
              : seen.copy() + ": this copy is damaged (" + e.getMessage() + ")";
      reportOnce(reason + ". " + serving.store().folder() + " is still served");
    }
  }

  private void switchTo(HotSwapHandler place, Selection choice) throws InterruptedException {
    ServedDatabase next = open(choice);
    try {
      next.warmUp();
    } catch (InterruptedException | RuntimeException | Error e) {
      next.close();
      throw e;
    }
    ServedDatabase last = place.swap(next);
    serving = next;
    reportOnce(choice.copy() + ": this copy is served now");
    last.close();
  }

  private ServedDatabase open(Selection choice) {
    NewsStore store = NewsStore.openReadOnly(choice.copy());
    try {
      return databaseOf.apply(store);
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  /** Reports a sentence unless it was the last one reported. */
  private void reportOnce(String sentence) {
    if (!sentence.equals(lastReport)) {
      lastReport = sentence;
      report.accept(sentence);
    }
  }

  /** Stops watching. The {@link HotSwapHandler} closes the served database. */
  @Override
  public void close() {
    clock.shutdownNow();
    try {
      // A running switch ends first.
      clock.awaitTermination(1, TimeUnit.HOURS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
