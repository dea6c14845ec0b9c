package org.newsgraph.serve.sparql.budget;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.newsgraph.io.DaemonThreadFactory;
import org.newsgraph.serve.sparql.budget.BudgetExceededException.Limit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels requests whose time is over. While the heap is nearly full, cancels the requests that
 * hold the most of it, so that the others can continue. There is one per process, as there is one
 * heap.
 */
final class Watchdog {
  static final Watchdog INSTANCE = new Watchdog();

  /** Share of the heap that cancelled requests are to leave free. */
  private static final double TARGET = 0.5;

  /** Requests that hold less than this share of the heap are not cancelled to free memory. */
  private static final int MIN_SHARE = 32;

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  private final Set<QueryBudget> open = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, new DaemonThreadFactory("budgets"));

  /** Threads for aborts, which wait while Jena plans the query. */
  private final ExecutorService aborts =
      Executors.newCachedThreadPool(new DaemonThreadFactory("aborts"));

  private Watchdog() {
    timer.setRemoveOnCancelPolicy(true);
    new HeapMonitor(this::free).start();
  }

  /** Registers a budget. Returns the alarm that ends it. */
  Future<?> watch(QueryBudget budget, Duration timeout) {
    open.add(budget);
    return timer.schedule(
        () -> budget.cancel(Limit.TIME), timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Removes a closed budget. */
  void release(QueryBudget budget, Future<?> alarm) {
    alarm.cancel(false);
    open.remove(budget);
  }

  /** Runs the abort of a query in another thread. */
  void execute(Runnable abort) {
    aborts.execute(abort);
  }

  /** Cancels the requests that fill the heap. */
  private void free(HeapMonitor.Usage usage) {
    List<Holder> holders =
        open.stream()
            .map(it -> new Holder(it, it.retained(), it.allocated(), it.isCancelled()))
            .toList();
    for (Holder victim : victims(holders, usage)) {
      LOG.warn(
          "the heap is {} % full; cancelled a query that has allocated {} MiB",
          Math.round(100.0 * usage.live() / usage.max()), victim.allocated() >> 20);
      victim.budget().cancel(Limit.MEMORY);
    }
  }

  /**
   * A request and the memory that it uses.
   *
   * @param retained estimate of the memory that it holds, in bytes
   * @param allocated memory that it has allocated, in bytes
   * @param cancelled true if it has been cancelled, but has not ended yet
   */
  record Holder(QueryBudget budget, long retained, long allocated, boolean cancelled) {}

  /**
   * Returns the requests to cancel: those with the largest estimates, until the rest would fit. If
   * no estimate is large, the request that has allocated most.
   */
  static List<Holder> victims(List<Holder> open, HeapMonitor.Usage usage) {
    long excess = usage.live() - Math.round(usage.max() * TARGET);
    for (Holder ending : open) {
      excess -= ending.cancelled() ? ending.retained() : 0;
    }
    if (excess <= 0) {
      return List.of();
    }
    List<Holder> holders = largest(open, Holder::retained, usage);
    if (holders.isEmpty()) {
      return largest(open, Holder::allocated, usage).stream().limit(1).toList();
    }
    int count = 0;
    while (count < holders.size() && excess > 0) {
      excess -= holders.get(count).retained();
      count++;
    }
    return holders.subList(0, count);
  }

  private static List<Holder> largest(
      List<Holder> open, ToLongFunction<Holder> size, HeapMonitor.Usage usage) {
    return open.stream()
        .filter(it -> !it.cancelled() && size.applyAsLong(it) >= usage.max() / MIN_SHARE)
        .sorted(Comparator.comparingLong(size).reversed())
        .toList();
  }
}
