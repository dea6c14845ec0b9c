package org.newsgraph.serve.sparql.budget;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.query.QueryCancelledException;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.sparql.budget.BudgetExceededException.Limit;

/**
 * The time and the memory that a request's queries may use. It belongs to the thread that runs
 * them: everything that runs in this thread checks it.
 *
 * <pre>{@code
 * long rows = QueryBudget.within(Duration.ofSeconds(30), budget -> {
 *   execution.set(ARQConstants.symCancelQuery, budget.cancelSignal());
 *   …
 * });
 * }</pre>
 */
public final class QueryBudget {
  private static final ThreadLocal<QueryBudget> CURRENT = new ThreadLocal<>();

  private final Thread thread = Thread.currentThread();
  private final long allocatedBefore = AllocatedMemory.of(thread);
  private final AtomicBoolean cancelSignal = new AtomicBoolean();
  private final AtomicReference<Limit> exceeded = new AtomicReference<>();
  private final AtomicLong retained = new AtomicLong();
  private volatile Runnable abort = () -> {};

  private QueryBudget() {}

  /**
   * Queries or updates that run within a budget.
   *
   * @param <T> type of the result
   * @param <E> type of the exceptions
   */
  @FunctionalInterface
  public interface Execution<T, E extends Exception> {
    T run(QueryBudget budget) throws E;
  }

  /**
   * Runs queries within a budget. If this thread has a budget already, the queries share it.
   *
   * @param timeout maximum duration; ignored if the queries share a budget
   * @throws HttpError if the queries exceed a limit
   */
  public static <T, E extends Exception> T within(Duration timeout, Execution<T, E> queries)
      throws E {
    QueryBudget shared = CURRENT.get();
    if (shared != null) {
      return shared.run(queries);
    }
    QueryBudget budget = new QueryBudget();
    Future<?> alarm = Watchdog.INSTANCE.watch(budget, timeout);
    CURRENT.set(budget);
    try {
      return budget.run(queries);
    } finally {
      CURRENT.remove();
      Watchdog.INSTANCE.release(budget, alarm);
    }
  }

  private <T, E extends Exception> T run(Execution<T, E> queries) throws E {
    try {
      return queries.run(this);
    } catch (BudgetExceededException e) {
      throw e.limit().error();
    } catch (HttpError e) {
      throw e;
    } catch (RuntimeException e) {
      if (isCancelled() || e instanceof QueryCancelledException) {
        // An abort makes some of Jena's operators fail with other exceptions.
        throw limit().error();
      }
      throw e;
    } catch (OutOfMemoryError e) {
      throw Limit.MEMORY.error();
    } catch (StackOverflowError e) {
      throw HttpError.badRequest(
          "the request is nested too deeply; divide it into several requests");
    }
  }

  /** Returns the budget that this thread has open. */
  static Optional<QueryBudget> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /**
   * Checks this thread's budget, if one is open.
   *
   * @throws BudgetExceededException if it is used up
   */
  public static void checkCurrent() {
    QueryBudget current = CURRENT.get();
    if (current != null) {
      current.check();
    }
  }

  /** Adds to the estimate of {@link #retain} in this thread's budget, if one is open. */
  static void retainCurrent(long bytes) {
    QueryBudget current = CURRENT.get();
    if (current != null) {
      current.retain(bytes);
    }
  }

  /** Returns the signal that cancels queries of Jena. */
  public AtomicBoolean cancelSignal() {
    return cancelSignal;
  }

  /**
   * Checks this budget.
   *
   * @throws BudgetExceededException if it is used up
   */
  void check() {
    if (cancelSignal.get()) {
      throw new BudgetExceededException(limit());
    }
  }

  /** Returns the limit that was exceeded. Jena itself only cancels for lack of time. */
  private Limit limit() {
    return Objects.requireNonNullElse(exceeded.get(), Limit.TIME);
  }

  /**
   * Adds to the estimate of the memory that the request holds. The estimate is an upper bound: it
   * counts rows that an operator may have discarded.
   *
   * @param bytes estimated size of the objects
   */
  void retain(long bytes) {
    // Only this thread writes.
    retained.setOpaque(retained.getPlain() + bytes);
  }

  /** Returns the estimate of {@link #retain}, in bytes. Callable from any thread. */
  long retained() {
    return Math.min(retained.getOpaque(), allocated());
  }

  /**
   * Returns the memory that the request has allocated, in bytes, including what is garbage by now.
   * Callable from any thread.
   */
  long allocated() {
    return AllocatedMemory.of(thread) - allocatedBefore;
  }

  /** Tests whether the budget is used up. */
  boolean isCancelled() {
    return cancelSignal.get();
  }

  /**
   * Sets the action that aborts the execution of this thread's queries. Some of Jena's operators,
   * such as sorts, do not check the cancel signal, but are cancelled by an abort.
   *
   * @param action called from another thread, at most once
   */
  public static void onCancelCurrent(Runnable action) {
    QueryBudget current = CURRENT.get();
    if (current != null) {
      current.abort = action;
    }
  }

  /** Cancels the request. Callable from any thread. */
  void cancel(Limit limit) {
    exceeded.compareAndSet(null, limit);
    cancelSignal.set(true);
    Watchdog.INSTANCE.execute(abort);
  }
}
