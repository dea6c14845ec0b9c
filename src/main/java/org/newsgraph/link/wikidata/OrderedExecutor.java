package org.newsgraph.link.wikidata;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs tasks on several threads and delivers their results one by one, in the order of the tasks.
 * The number of pending tasks is limited to bound memory.
 */
final class OrderedExecutor<R> implements AutoCloseable {
  /** A receiver of results, called in the thread that submits the tasks. */
  interface Next<R> {
    void result(R result) throws IOException;
  }

  private final ExecutorService workers;
  private final Deque<Future<R>> pending = new ArrayDeque<>();
  private final int maxPending;
  private final Next<R> next;

  OrderedExecutor(int jobs, Next<R> next) {
    this.maxPending = 2 * jobs;
    this.next = next;
    this.workers =
        Executors.newFixedThreadPool(
            jobs,
            task -> {
              Thread thread = new Thread(task, "dump");
              thread.setDaemon(true);
              return thread;
            });
  }

  void add(Callable<R> task) throws IOException {
    if (pending.size() >= maxPending) {
      deliverNext();
    }
    pending.addLast(workers.submit(task));
  }

  /** Waits for all pending tasks. */
  void finish() throws IOException {
    while (!pending.isEmpty()) {
      deliverNext();
    }
  }

  private void deliverNext() throws IOException {
    try {
      next.result(pending.removeFirst().get());
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

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
