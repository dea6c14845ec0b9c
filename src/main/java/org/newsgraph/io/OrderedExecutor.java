package org.newsgraph.io;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs tasks on several threads and hands their results on one by one, in the order of the tasks.
 * The number of pending tasks is limited, so that memory is bounded.
 *
 * @param <R> type of the results
 */
public final class OrderedExecutor<R> implements AutoCloseable {
  /** Receives the results, in the thread that adds the tasks. */
  public interface Receiver<R> {
    void accept(R result) throws IOException;
  }

  private final ExecutorService workers;
  private final Deque<Future<R>> pending = new ArrayDeque<>();
  private final int maxPending;
  private final Receiver<R> receiver;

  /**
   * Starts the threads.
   *
   * @param name of the threads
   * @param jobs number of threads
   * @param maxPending number of tasks that may be running, waiting or finished out of order
   */
  public OrderedExecutor(String name, int jobs, int maxPending, Receiver<R> receiver) {
    this.maxPending = maxPending;
    this.receiver = receiver;
    this.workers =
        Executors.newFixedThreadPool(
            jobs,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Adds a task. If too many are pending, first waits for the oldest and hands on its result.
   *
   * @throws IOException if an earlier task or the receiver threw it
   */
  public void add(Callable<R> task) throws IOException {
    if (pending.size() >= maxPending) {
      receiver.accept(result(pending.removeFirst()));
    }
    pending.addLast(workers.submit(task));
  }

  /**
   * Waits for all pending tasks and hands on their results.
   *
   * @throws IOException if a task or the receiver threw it
   */
  public void finish() throws IOException {
    while (!pending.isEmpty()) {
      receiver.accept(result(pending.removeFirst()));
    }
  }

  /**
   * Waits for the result of a task and rethrows what the task threw.
   *
   * @throws IOException if the task threw it or another checked exception, or on interruption
   */
  private static <R> R result(Future<R> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IOException(e.getCause());
    }
  }

  /** Stops the threads. Results that were not handed on are lost. */
  @Override
  public void close() {
    workers.shutdownNow();
  }
}
