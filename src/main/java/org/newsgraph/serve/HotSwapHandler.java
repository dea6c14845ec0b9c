package org.newsgraph.serve;

import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Hands each request to what answers now. It is answered there to its end, so that every answer
 * tells of one database, whatever is put in place meanwhile.
 */
final class HotSwapHandler extends Handler.Abstract implements AutoCloseable {
  private final AtomicReference<ServedDatabase> current;

  HotSwapHandler(ServedDatabase first) {
    this.current = new AtomicReference<>(first);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    while (true) {
      ServedDatabase answering = current.get();
      // It may have been closed since; then another one is in its place.
      if (answering.enter()) {
        return answering.handle(request, response, callback);
      }
    }
  }

  /**
   * Lets another one answer from now on.
   *
   * @return the one that did, to be closed
   */
  ServedDatabase swap(ServedDatabase next) {
    return current.getAndSet(next);
  }

  /** Ends what answers; to be called when no more requests come. */
  @Override
  public void close() {
    current.get().close();
  }
}
