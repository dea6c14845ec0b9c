package org.newsgraph.link.online;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;

/** A subscriber that reads a response body into memory, up to a maximum size. */
final class LimitedBody implements BodySubscriber<byte[]> {
  /** Thrown if a response exceeds the maximum size; a retry would not help. */
  static final class ResponseTooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    ResponseTooLargeException(int maxBytes) {
      super("the response has more than " + (maxBytes >> 20) + " MiB");
    }
  }

  private final int maxBytes;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final List<ByteBuffer> parts = new ArrayList<>();
  private int size;
  private Flow.Subscription subscription;

  private LimitedBody(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Returns a handler for bodies of up to {@code maxBytes} bytes. */
  static BodyHandler<byte[]> handler(int maxBytes) {
    return head -> new LimitedBody(maxBytes);
  }

  /** Tests whether a request failed because of the size of the response. */
  static boolean wasTooLarge(Throwable e) {
    Throwable cause = e;
    while (cause != null && !(cause instanceof ResponseTooLargeException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  /**
   * Returns the body of a response, decompressed if it is gzipped.
   *
   * @param maxBytes maximum size of the decompressed body, in bytes
   */
  static byte[] decompressed(HttpResponse<byte[]> answer, int maxBytes) throws IOException {
    String encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
    if (!encoding.equalsIgnoreCase("gzip")) {
      return answer.body();
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      byte[] unpacked = in.readNBytes(maxBytes);
      if (in.read() >= 0) {
        throw new ResponseTooLargeException(maxBytes);
      }
      return unpacked;
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (buffer.remaining() > maxBytes - size) {
        subscription.cancel();
        parts.clear();
        body.completeExceptionally(new ResponseTooLargeException(maxBytes));
        return;
      }
      size += buffer.remaining();
      parts.add(buffer);
    }
  }

  @Override
  public void onError(Throwable e) {
    body.completeExceptionally(e);
  }

  @Override
  public void onComplete() {
    ByteBuffer merged = ByteBuffer.allocate(size);
    parts.forEach(merged::put);
    body.complete(merged.array());
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }
}
