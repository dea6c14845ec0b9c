package org.newsgraph.link.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A response body that is read while it arrives, with a bounded buffer. Reading fails if no data
 * arrives for a time; the client's own stream would wait forever.
 */
final class TimedBody extends InputStream implements BodySubscriber<InputStream> {
  /** Number of parts in the buffer, 16 KB each. */
  private static final int MAX_PARTS = 64;

  /**
   * A part of the body, or its end.
   *
   * @param buffers data
   * @param last whether no more data follows
   * @param failure failure of the connection
   */
  private record Part(List<ByteBuffer> buffers, boolean last, Optional<Throwable> failure) {}

  private final Duration timeout;
  private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private final Queue<ByteBuffer> current = new ArrayDeque<>();
  private volatile Flow.Subscription subscription;

  /** State of being closed, perhaps before the first part was announced. */
  private boolean closed;

  private boolean atEnd;

  private TimedBody(Duration timeout) {
    this.timeout = timeout;
  }

  /** Returns a handler for bodies. */
  static BodyHandler<InputStream> handler(Duration timeout) {
    return head -> new TimedBody(timeout);
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (closed) {
      given.cancel();
      return;
    }
    given.request(MAX_PARTS);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    parts.add(new Part(buffers, false, Optional.empty()));
  }

  @Override
  public void onError(Throwable e) {
    parts.add(new Part(List.of(), true, Optional.of(e)));
  }

  @Override
  public void onComplete() {
    parts.add(new Part(List.of(), true, Optional.empty()));
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (!atEnd && (current.isEmpty() || !current.peek().hasRemaining())) {
      if (current.poll() == null) {
        next();
      }
    }
    if (atEnd) {
      return -1;
    }
    int count = Math.min(length, current.element().remaining());
    current.element().get(bytes, offset, count);
    return count;
  }

  /** Waits for the next part. */
  private void next() throws IOException {
    try {
      Part part = parts.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (part == null) {
        close();
        throw new HttpTimeoutException("no data for " + timeout.toSeconds() + " s");
      }
      if (part.failure().isPresent()) {
        Throwable cause = part.failure().get();
        throw new IOException("the connection failed (" + cause.getMessage() + ")", cause);
      }
      atEnd = part.last();
      current.addAll(part.buffers());
      subscription.request(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
