package org.newsgraph.serve.transport;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.NetworkChannel;
import java.util.Set;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.newsgraph.serve.http.RequestAttributes;
import org.newsgraph.serve.security.ClientAddress;

/**
 * A response whose writer does not wait for the client. Bytes that the client does not take at once
 * are stored. Only if there is no space for them, the writer waits until the client has taken them.
 */
final class SpooledResponse extends Response.Wrapper {
  private static final int CHUNK_BYTES = 32 << 10;

  private final Callback outer;
  private final Set<SpooledResponse> pending;
  private final TransferSpool spool;
  private final Delivery delivery = new Delivery();

  // All fields below are guarded by this object's lock.
  private final TransferRate rate = new TransferRate(System.nanoTime());

  /** The bytes for which there is no space, and the callback of their writer, or null. */
  private ByteBuffer unstored;

  private Callback writer;

  /** True if the headers are to be sent even if there is no content yet. */
  private boolean flushes;

  /** True if the writer has written the last bytes. */
  private boolean ended;

  /** True if the last bytes have been sent. */
  private boolean endSent;

  /** True if the handler has completed the request, perhaps with a failure. */
  private boolean completed;

  private Throwable handlerFailure;
  private Throwable deliveryFailure;

  /** Number of bytes of the write in progress; -1 if none is. */
  private int sending = -1;

  /**
   * Wraps a response.
   *
   * @param outer completed when the response has been delivered or has failed
   * @param pending contains this response while the client has not taken all that was written
   */
  SpooledResponse(
      Request request,
      Response response,
      Callback outer,
      SpoolBudget budget,
      Set<SpooledResponse> pending) {
    super(request, response);
    this.outer = outer;
    this.pending = pending;
    this.spool = new TransferSpool(budget, ClientAddress.of(Request.getRemoteAddr(request)));
  }

  @Override
  public void write(boolean last, ByteBuffer content, Callback callback) {
    ByteBuffer bytes = content == null ? BufferUtil.EMPTY_BUFFER : content;
    boolean stored;
    do {
      Throwable failure;
      synchronized (this) {
        failure = deliveryFailure;
        stored = failure == null && store(last, bytes, callback);
      }
      if (failure != null) {
        callback.failed(failure);
        return;
      }
      delivery.iterate();
    } while (stored && bytes.hasRemaining());
    if (stored) {
      callback.succeeded();
    }
  }

  /** Stores the next bytes of a writer; if there is no space, the writer is to wait. */
  private boolean store(boolean last, ByteBuffer bytes, Callback callback) {
    flushes |= !bytes.hasRemaining();
    ByteBuffer part = bytes.slice(bytes.position(), Math.min(CHUNK_BYTES, bytes.remaining()));
    boolean stored = !part.hasRemaining() || spool.append(part);
    if (stored) {
      bytes.position(bytes.position() + part.limit());
      ended |= last && !bytes.hasRemaining();
    } else {
      unstored = bytes;
      writer = callback;
      ended |= last;
    }
    return stored;
  }

  /** Returns the callback by which the handler completes the request. */
  Callback completion() {
    return Callback.from(() -> complete(null), this::complete);
  }

  private void complete(Throwable failure) {
    Throwable delivered;
    synchronized (this) {
      completed = true;
      handlerFailure = failure;
      delivered = deliveryFailure;
    }
    if (delivered != null) {
      outer.failed(delivered);
    } else {
      delivery.iterate();
    }
  }

  /** Closes the connection if the client takes the response too slowly. */
  void disconnectIfSlow(TransferLimits limits, long now) {
    synchronized (this) {
      TransferLimits current = unstored == null ? limits : limits.whileUnstored();
      if (sending < 0 || !rate.isBelow(current, now)) {
        return;
      }
    }
    if (getRequest().getAttribute(RequestAttributes.REASON) == null) {
      getRequest()
          .setAttribute(
              RequestAttributes.REASON, "truncated: the client took the response too slowly");
    }
    // The write in progress then fails.
    reset(getRequest().getConnectionMetaData().getConnection().getEndPoint());
  }

  /** Closes a connection without delivering the data that the operating system still holds. */
  private static void reset(EndPoint endPoint) {
    EndPoint lowest = endPoint;
    while (lowest instanceof EndPoint.Wrapper wrapper) {
      lowest = wrapper.unwrap();
    }
    if (lowest.getTransport() instanceof NetworkChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException | UnsupportedOperationException e) {
        // Closed already, or not a socket.
      }
    }
    endPoint.close();
  }

  /** Sends the stored bytes, one chunk at a time. */
  private final class Delivery extends IteratingCallback {
    @Override
    protected Action process() throws IOException {
      ByteBuffer chunk;
      boolean last;
      synchronized (SpooledResponse.this) {
        if (handlerFailure != null) {
          return Action.SUCCEEDED;
        }
        chunk = nextChunk();
        last = ended && unstored == null && spool.isEmpty() && !endSent;
        if (chunk == null && !last && !flushes) {
          pending.remove(SpooledResponse.this);
          return completed ? Action.SUCCEEDED : Action.IDLE;
        }
        flushes = false;
        endSent = last;
        sending = chunk == null ? 0 : chunk.remaining();
        if (pending.add(SpooledResponse.this)) {
          rate.restart(System.nanoTime());
        }
      }
      SpooledResponse.super.write(last, chunk == null ? BufferUtil.EMPTY_BUFFER : chunk, this);
      return Action.SCHEDULED;
    }

    private ByteBuffer nextChunk() throws IOException {
      ByteBuffer stored = spool.poll(CHUNK_BYTES);
      if (stored != null || unstored == null) {
        return stored;
      }
      int length = Math.min(CHUNK_BYTES, unstored.remaining());
      ByteBuffer chunk = unstored.slice(unstored.position(), length);
      unstored.position(unstored.position() + length);
      if (!unstored.hasRemaining()) {
        unstored = null;
      }
      return chunk;
    }

    @Override
    protected void onSuccess() {
      Callback released = null;
      synchronized (SpooledResponse.this) {
        rate.add(sending);
        sending = -1;
        if (unstored == null) {
          released = writer;
          writer = null;
        }
      }
      if (released != null) {
        released.succeeded();
      }
    }

    @Override
    protected void onCompleteSuccess() {
      finish(handlerFailure);
      if (handlerFailure == null) {
        outer.succeeded();
      } else {
        outer.failed(handlerFailure);
      }
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
      if (finish(cause)) {
        outer.failed(cause);
      }
    }

    /** Frees all memory. Returns whether the handler has completed the request. */
    private boolean finish(Throwable failure) {
      Callback waiting;
      boolean handled;
      synchronized (SpooledResponse.this) {
        deliveryFailure = failure;
        sending = -1;
        pending.remove(SpooledResponse.this);
        spool.close();
        unstored = null;
        waiting = writer;
        writer = null;
        handled = completed;
      }
      if (waiting != null) {
        waiting.failed(failure);
      }
      return handled;
    }
  }
}
