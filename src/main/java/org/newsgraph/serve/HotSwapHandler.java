package org.newsgraph.serve;

import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Passes each request to the database that is served now, which can be replaced at any time. A
 * request is handled by one database from start to end.
 */
final class HotSwapHandler extends Handler.Abstract implements AutoCloseable {
  private final AtomicReference<ServedDatabase> current;

  HotSwapHandler(ServedDatabase first) {
    this.current = new AtomicReference<>(first);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    while (true) {
      ServedDatabase database = current.get();
      // A database that has been closed in the meantime has been replaced by another one.
      if (database.enter()) {
        return database.handle(request, response, callback);
      }
    }
  }

  /** Returns the database that is served. */
  ServedDatabase current() {
    return current.get();
  }

  /**
   * Replaces the database that is served.
   *
   * @return the previous database, which the caller must close
   */
  ServedDatabase swap(ServedDatabase next) {
    return current.getAndSet(next);
  }

  /** Closes the database that is served. Call this when no more requests arrive. */
  @Override
  public void close() {
    current.get().close();
  }
}
