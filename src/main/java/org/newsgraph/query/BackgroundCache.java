package org.newsgraph.query;

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
 * Caches the result of a full scan and recomputes it in the background after each change. If
 * recomputing is fast, callers wait for the new value; otherwise they get the previous one.
 *
 * @param <T> type of the value
 */
public final class BackgroundCache<T> {
  private static final Duration FAST = Duration.ofMillis(150);
  private static final Duration MAX_WAIT = Duration.ofSeconds(5);

  private final NewsStore store;
  private final Function<DatasetGraph, T> computation;
  private final Executor background;

  private Optional<CompletableFuture<Found<T>>> next = Optional.empty();
  private Optional<Found<T>> last = Optional.empty();

  /** A value, the database revision that it was computed for, and the time that this took. */
  private record Found<T>(T value, long changes, Duration took) {}

  /**
   * Creates a cache, whose value is first computed on demand or by {@link #warmUp}.
   *
   * @param computation computes the value
   * @param background runs the computation
   */
  public BackgroundCache(
      NewsStore store, Function<DatasetGraph, T> computation, Executor background) {
    this.store = store;
    this.computation = computation;
    this.background = background;
  }

  /** Starts to compute the value in the background. */
  public void warmUp() {
    CompletableFuture<Found<T>> ignored = pending();
  }

  private Found<T> compute() {
    Instant start = Instant.now();
    long changes = store.revision();
    T value = store.read(computation);
    return new Found<>(value, changes, Duration.between(start, Instant.now()));
  }

  /** Returns the value; empty while a large database is scanned for the first time. */
  public Optional<T> peek() {
    return current().map(Found::value);
  }

  /** Returns the value. Waits until it has been computed for the first time. */
  public T get() {
    return current().orElseGet(() -> pending().join()).value();
  }

  private Optional<Found<T>> current() {
    CompletableFuture<Found<T>> pending = pending();
    Duration wait = maxWait(previous().map(Found::took));
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
   * Returns how long to wait for a running computation. Since a page asks several times, this is
   * zero if the last computation was slow and there is a previous value.
   *
   * @param took duration of the last computation; empty if there was none
   */
  static Duration maxWait(Optional<Duration> took) {
    return took.map(it -> it.compareTo(FAST) < 0 ? MAX_WAIT : Duration.ZERO).orElse(FAST);
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

  /**
   * Returns the running computation, or the completed one if the database has not changed since.
   */
  private synchronized CompletableFuture<Found<T>> pending() {
    boolean stale =
        next.isEmpty()
            || next.get().isCompletedExceptionally()
            || (next.get().isDone() && next.get().join().changes() != store.revision());
    if (stale) {
      next = Optional.of(CompletableFuture.supplyAsync(this::compute, background));
    }
    return next.get();
  }
}
