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

/** Takes an answer's body into memory, but not a larger one than expected. */
final class LimitedBody implements BodySubscriber<byte[]> {
  /** The answer is larger than anything that was asked for; another try won't help. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge(int most) {
      super("the answer has more than " + (most >> 20) + " MiB");
    }
  }

  private final int most;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final List<ByteBuffer> parts = new ArrayList<>();
  private int size;
  private Flow.Subscription subscription;

  private LimitedBody(int most) {
    this.most = most;
  }

  /** For bodies of so many bytes at most. */
  static BodyHandler<byte[]> handler(int most) {
    return head -> new LimitedBody(most);
  }

  /** Whether it was the size of an answer that made a request fail. */
  static boolean wasTooLarge(Throwable e) {
    Throwable cause = e;
    while (cause != null && !(cause instanceof TooLarge)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  /**
   * An answer's body, unpacked where it came packed.
   *
   * @param most how many bytes at most, unpacked
   */
  static byte[] unpacked(HttpResponse<byte[]> answer, int most) throws IOException {
    String encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
    if (!encoding.equalsIgnoreCase("gzip")) {
      return answer.body();
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      byte[] whole = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new TooLarge(most);
      }
      return whole;
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
      if (buffer.remaining() > most - size) {
        subscription.cancel();
        parts.clear();
        body.completeExceptionally(new TooLarge(most));
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
    ByteBuffer whole = ByteBuffer.allocate(size);
    parts.forEach(whole::put);
    body.complete(whole.array());
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }
}
