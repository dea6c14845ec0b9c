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
 * Does many tasks on several threads and hands on their results one by one, in the order of the
 * tasks. A few are on the way at a time, so that memory is bounded.
 */
final class OrderedExecutor<R> implements AutoCloseable {
  /** Hears the results, in the thread that gives the tasks. */
  interface Next<R> {
    void result(R result) throws IOException;
  }

  private final ExecutorService workers;
  private final Deque<Future<R>> pending = new ArrayDeque<>();
  private final int most;
  private final Next<R> next;

  OrderedExecutor(int jobs, Next<R> next) {
    this.most = 2 * jobs;
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
    if (pending.size() >= most) {
      handOn();
    }
    pending.addLast(workers.submit(task));
  }

  /** Waits for all that are on the way. */
  void finish() throws IOException {
    while (!pending.isEmpty()) {
      handOn();
    }
  }

  private void handOn() throws IOException {
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
