package org.newsgraph.serve.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Reads and discards the rest of the bodies of refused requests. A client that is still sending
 * when the server closes the connection sees only that its connection was reset, and not the
 * reason. The effort is bounded: the bytes, the time, and the number of concurrent requests.
 */
final class BodyDiscarder {
  private static final long MAX_BYTES = 64L << 20;
  private static final Duration MAX_TIME = Duration.ofSeconds(5);
  private static final int MAX_CONCURRENT = 4;

  private final Semaphore permits = new Semaphore(MAX_CONCURRENT);

  /** Discards the rest of the body of a request, as far as the limits allow. */
  void discardRest(HttpServletRequest request) {
    // Reading would make the client send a body for whose announcement it awaits the response.
    boolean awaitsResponse = request.getHeader("Expect") != null;
    if (awaitsResponse || request.getContentLengthLong() > MAX_BYTES || !permits.tryAcquire()) {
      return;
    }
    try {
      InputStream body = request.getInputStream();
      byte[] buffer = new byte[1 << 16];
      long end = System.nanoTime() + MAX_TIME.toNanos();
      long bytes = 0;
      int read = 0;
      while (read >= 0 && bytes < MAX_BYTES && System.nanoTime() < end) {
        read = body.read(buffer);
        bytes += read;
      }
    } catch (IOException | RuntimeException e) {
      // The client has gone, or the body is malformed or has been read as a form.
    } finally {
      permits.release();
    }
  }
}
