package org.newsgraph.serve.transport;

import java.io.IOException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request whose body has been received completely. */
final class BufferedRequest extends Request.Wrapper {
  private static final int CHUNK_BYTES = 32 << 10;

  private final TransferSpool body;
  private Throwable failure;

  BufferedRequest(Request request, TransferSpool body) {
    super(request);
    this.body = body;
  }

  @Override
  public Content.Chunk read() {
    if (failure == null) {
      try {
        var bytes = body.poll(CHUNK_BYTES);
        return bytes == null ? Content.Chunk.EOF : Content.Chunk.from(bytes, body.isEmpty());
      } catch (IOException e) {
        failure = e;
      }
    }
    return Content.Chunk.from(failure, true);
  }

  /** Runs the task at once, on another thread, since the body is always available. */
  @Override
  public void demand(Runnable task) {
    getContext().execute(task);
  }

  @Override
  public void fail(Throwable cause) {
    if (failure == null) {
      failure = cause;
    }
    super.fail(cause);
  }
}
