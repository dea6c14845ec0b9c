package org.newsgraph.serve;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.newsgraph.serve.http.DaemonThreadFactory;
import org.newsgraph.store.ActiveReplica;
import org.newsgraph.store.ActiveReplica.Selection;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoreException;

/** Follows which copy of a database is to be served, and puts it in place when it is ready. */
final class ReplicaWatcher implements AutoCloseable {
  private static final long EVERY_SECONDS = 1;

  private final ActiveReplica copies;
  private final Function<NewsStore, ServedDatabase> answering;
  private final Consumer<String> told;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(new DaemonThreadFactory("replica"));

  /** What was last seen to be chosen, whether it could be served or not. */
  private Selection seen;

  private ServedDatabase serving;
  private String said = "";

  /**
   * Opens the copy that is current now.
   *
   * @param answering makes what answers from a copy
   * @param told of each change, and of each copy that cannot be served, in a sentence
   */
  ReplicaWatcher(
      ActiveReplica copies, Function<NewsStore, ServedDatabase> answering, Consumer<String> told) {
    this.copies = copies;
    this.answering = answering;
    this.told = told;
    this.seen = copies.choice();
    this.serving = open(seen);
  }

  /** What answers from the copy that was current at first. */
  ServedDatabase first() {
    return serving;
  }

  /** Begins to look for others. */
  void follow(HotSwapHandler place) {
    ScheduledFuture<?> ignored =
        clock.scheduleWithFixedDelay(
            () -> look(place), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void look(HotSwapHandler place) {
    try {
      Selection now = copies.choice();
      if (now.equals(seen)) {
        return;
      }
      seen = now;
      if (!now.copy().equals(serving.store().folder())) {
        change(place, now);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      String reason =
          e instanceof StoreException
              ? e.getMessage()
              : seen.copy() + ": this copy is damaged (" + e.getMessage() + ")";
      tell(reason + ". " + serving.store().folder() + " is still served");
    }
  }

  private void change(HotSwapHandler place, Selection choice) throws InterruptedException {
    ServedDatabase next = open(choice);
    try {
      next.warm();
    } catch (InterruptedException | RuntimeException | Error e) {
      next.close();
      throw e;
    }
    ServedDatabase last = place.swap(next);
    serving = next;
    tell(choice.copy() + ": this copy is served now");
    last.close();
  }

  private ServedDatabase open(Selection choice) {
    NewsStore store = NewsStore.openReadOnly(choice.copy());
    try {
      return answering.apply(store);
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  /** Once, however often it is looked at. */
  private void tell(String sentence) {
    if (!sentence.equals(said)) {
      said = sentence;
      told.accept(sentence);
    }
  }

  /** Looks no more; what answers is the switch's to close. */
  @Override
  public void close() {
    clock.shutdownNow();
    try {
      // A change that is under way ends first.
      clock.awaitTermination(1, TimeUnit.HOURS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
