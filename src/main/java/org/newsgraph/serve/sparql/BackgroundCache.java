package org.newsgraph.serve.sparql;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.store.NewsStore;

/**
 * Something that is found by looking through the whole database, kept at hand and found again in
 * the background after each change. Where that is quick, who asks gets what is true now; else what
 * was true a moment ago.
 */
public final class BackgroundCache<T> {
  private static final Duration QUICK = Duration.ofMillis(150);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final NewsStore store;
  private final Function<DatasetGraph, T> find;
  private final Executor background;

  private Optional<CompletableFuture<Found<T>>> next = Optional.empty();
  private Optional<Found<T>> last = Optional.empty();

  private record Found<T>(T value, long changes, Duration took) {}

  /**
   * Looks for it when it is first asked for, or told to {@link #warmUp}.
   *
   * @param background where that is done
   */
  public BackgroundCache(NewsStore store, Function<DatasetGraph, T> find, Executor background) {
    this.store = store;
    this.find = find;
    this.background = background;
  }

  /** Looks for it, so that it is there when somebody asks. */
  public void warmUp() {
    CompletableFuture<Found<T>> ignored = pending();
  }

  private Found<T> look() {
    Instant begin = Instant.now();
    long changes = store.revision();
    T value = store.read(find);
    return new Found<>(value, changes, Duration.between(begin, Instant.now()));
  }

  /** What is there; nothing while a large database is looked through for the first time. */
  public Optional<T> peek() {
    return current().map(Found::value);
  }

  /** The same, for those who cannot do without: they wait where nothing was found yet. */
  public T get() {
    return current().orElseGet(() -> pending().join()).value();
  }

  private Optional<Found<T>> current() {
    CompletableFuture<Found<T>> pending = pending();
    Duration wait = patience(previous().map(Found::took));
    try {
      return Optional.of(keep(pending.get(wait.toMillis(), TimeUnit.MILLISECONDS)));
    } catch (TimeoutException e) {
      return previous();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return previous();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * How long it is worth to wait for what is being looked for: a page asks several times, so not at
   * all where that takes long and there is something to show.
   *
   * @param took how long it took the last time; empty where nothing was found yet
   */
  static Duration patience(Optional<Duration> took) {
    return took.map(it -> it.compareTo(QUICK) < 0 ? PATIENCE : Duration.ZERO).orElse(QUICK);
  }

  private synchronized Optional<Found<T>> previous() {
    return last;
  }

  private synchronized Found<T> keep(Found<T> found) {
    if (last.filter(it -> it.changes() > found.changes()).isEmpty()) {
      last = Optional.of(found);
    }
    return last.orElseThrow();
  }

  /** What is being looked for, or was found for the database as it is. */
  private synchronized CompletableFuture<Found<T>> pending() {
    boolean stale =
        next.isEmpty()
            || next.get().isCompletedExceptionally()
            || (next.get().isDone() && next.get().join().changes() != store.revision());
    if (stale) {
      next = Optional.of(CompletableFuture.supplyAsync(this::look, background));
    }
    return next.get();
  }
}
