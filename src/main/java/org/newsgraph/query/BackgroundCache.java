package org.newsgraph.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.store.NewsStore;

/**
 * Caches the result of a full scan and recomputes it in the background after each change of the
 * database (stale-while-revalidate). If recomputing is fast, callers wait for the new value;
 * otherwise they get the previous one. One computation runs at a time.
 *
 * <p>{@link ResultCache} caches the results of many requests, which their callers compute.
 *
 * @param <T> type of the value
 */
public final class BackgroundCache<T> {
  private final NewsStore store;
  private final Supplier<T> computation;
  private final Executor background;
  private final Policy policy;

  private Optional<Computed<T>> last;
  private CompletableFuture<Computed<T>> next;

  /**
   * How long callers wait, and how often a slow value is computed.
   *
   * @param fast duration of a computation up to which callers wait for the next one to end
   * @param firstWait maximum time that callers wait for the first value
   * @param restFactor minimum time from a slow computation to the next one, as a multiple of its
   *     duration
   */
  public record Policy(Duration fast, Duration firstWait, int restFactor) {
    /** Waits for computations of up to 150 ms, and computes slow values after each change. */
    public static final Policy DEFAULT =
        new Policy(Duration.ofMillis(150), Duration.ofMillis(150), 0);

    private static final Duration MAX_WAIT = Duration.ofSeconds(5);

    /**
     * Returns how long to wait for a running computation. Since a page asks several times, this is
     * zero if the last computation was slow and there is a previous value.
     *
     * @param took duration of the last computation; empty if there was none
     */
    Duration maxWait(Optional<Duration> took) {
      return took.map(it -> isFast(it) ? MAX_WAIT : Duration.ZERO).orElse(firstWait);
    }

    boolean isFast(Duration took) {
      return took.compareTo(fast) < 0;
    }

    /** Tests whether it is too early to replace a slow value. */
    boolean isResting(Computed<?> value, Instant now) {
      return !isFast(value.took())
          && value.at().plus(value.took().multipliedBy(restFactor)).isAfter(now);
    }
  }

  /**
   * A computed value.
   *
   * @param revision revision of the database before the computation; -1 if the value belongs to a
   *     state before the database was opened
   * @param at start of the computation
   * @param took duration of the computation
   */
  public record Computed<T>(T value, long revision, Instant at, Duration took) {}

  /**
   * Creates a cache, whose value is first computed on demand or by {@link #warmUp}.
   *
   * @param computation computes the value
   * @param background runs the computation
   */
  public BackgroundCache(
      NewsStore store, Function<DatasetGraph, T> computation, Executor background) {
    this(store, () -> store.read(computation), background, Policy.DEFAULT, Optional.empty());
  }

  /**
   * Creates a cache with a policy and, perhaps, with a value that was saved earlier.
   *
   * @param computation computes the value
   * @param background runs the computation
   */
  public BackgroundCache(
      NewsStore store,
      Supplier<T> computation,
      Executor background,
      Policy policy,
      Optional<Computed<T>> saved) {
    this.store = store;
    this.computation = computation;
    this.background = background;
    this.policy = policy;
    this.last = saved;
  }

  /** Starts to compute the value in the background, unless it is up to date. */
  public void warmUp() {
    if (current().isEmpty()) {
      CompletableFuture<Computed<T>> ignored = next();
    }
  }

  /** Returns the value; empty while a large database is scanned for the first time. */
  public Optional<T> peek() {
    return upToDate().map(Computed::value);
  }

  /** Returns the value. Waits until it has been computed for the first time. */
  public T get() {
    return upToDate().orElseGet(() -> next().join()).value();
  }

  /**
   * Returns the value as {@link #get} does.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public T await() throws InterruptedException {
    Optional<Computed<T>> known = upToDate();
    try {
      return (known.isPresent() ? known.get() : next().get()).value();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Returns the value of the database's current state, or the previous one if that takes long. */
  private Optional<Computed<T>> upToDate() {
    Optional<Computed<T>> known = previous();
    long revision = store.revision();
    if (known.filter(it -> isUsable(it, revision)).isPresent()) {
      return known;
    }
    Duration wait = policy.maxWait(known.map(Computed::took));
    try {
      Computed<T> found = next().get(wait.toMillis(), TimeUnit.MILLISECONDS);
      if (found.revision() < revision && policy.isFast(found.took())) {
        // This computation had begun before the change.
        found = next().get(wait.toMillis(), TimeUnit.MILLISECONDS);
      }
      return Optional.of(found);
    } catch (TimeoutException e) {
      return previous();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return previous();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private boolean isUsable(Computed<T> value, long revision) {
    return value.revision() == revision || policy.isResting(value, Instant.now());
  }

  private synchronized Optional<Computed<T>> previous() {
    return last;
  }

  /** Returns the value if it belongs to the current state of the database. */
  private Optional<Computed<T>> current() {
    return previous().filter(it -> it.revision() == store.revision());
  }

  /** Returns the running computation, or starts one. */
  private synchronized CompletableFuture<Computed<T>> next() {
    if (next == null || next.isDone()) {
      next = CompletableFuture.supplyAsync(this::compute, background);
    }
    return next;
  }

  private Computed<T> compute() {
    Instant at = Instant.now();
    long revision = store.revision();
    T value = computation.get();
    Computed<T> computed = new Computed<>(value, revision, at, Duration.between(at, Instant.now()));
    synchronized (this) {
      last = Optional.of(computed);
    }
    return computed;
  }
}
