package org.newsgraph.link.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A local server of a dump, whose connections break, and which may replace the dump. */
final class DumpServer implements AutoCloseable {
  private static final int PART = 8192;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Long> offsets = new ArrayList<>();
  private byte[] dump;
  private byte[] replacement = {};
  private int edition = 1;
  private int breakAfter = Integer.MAX_VALUE;
  private int replaceAfter = Integer.MAX_VALUE;
  private int stallAfter = Integer.MAX_VALUE;
  private int busyEvery;
  private int goneAfter = Integer.MAX_VALUE;
  private int requests;
  private boolean ranges = true;

  DumpServer(byte[] dump) throws IOException {
    this.dump = dump;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/dumps/all.json", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/dumps/all.json");
  }

  /** Breaks each connection after a number of bytes. */
  void breakAfter(int bytes) {
    breakAfter = bytes;
  }

  /** Replaces the dump after the first response of more than a number of bytes. */
  void replaceAfter(int bytes, byte[] other) {
    replaceAfter = bytes;
    replacement = other;
  }

  synchronized void replace(byte[] other) {
    dump = other;
    edition++;
  }

  void stallOnceAfter(int bytes) {
    stallAfter = bytes;
  }

  /** Responds to each nth request that it is busy. */
  void busyEvery(int nth) {
    busyEvery = nth;
  }

  /** Responds to all requests after a number of them that it is not available. */
  synchronized void goneAfter(int count) {
    goneAfter = count;
  }

  void withoutRanges() {
    ranges = false;
  }

  /** Returns the offsets of all requests for more than a byte. */
  synchronized List<Long> offsets() {
    return List.copyOf(offsets);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] bytes;
      String tag;
      int number;
      synchronized (this) {
        bytes = dump;
        tag = "\"edition-" + edition + "\"";
        number = ++requests;
      }
      if (number > goneAfter || (busyEvery > 0 && number % busyEvery == 0)) {
        exchange.getResponseHeaders().add("Retry-After", "42");
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      String range = exchange.getRequestHeaders().getFirst("Range");
      String condition = exchange.getRequestHeaders().getFirst("If-Range");
      boolean partial = ranges && range != null && (condition == null || condition.equals(tag));
      String[] limits =
          partial ? range.replace("bytes=", "").split("-", -1) : new String[] {"0", ""};
      int from = Integer.parseInt(limits[0]);
      int to = limits[1].isEmpty() ? bytes.length : Integer.parseInt(limits[1]) + 1;
      exchange.getResponseHeaders().add("ETag", tag);
      if (partial) {
        exchange
            .getResponseHeaders()
            .add("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, bytes.length));
      }
      exchange.sendResponseHeaders(partial ? 206 : 200, to - from);
      send(exchange, bytes, from, to - from);
    }
  }

  private void send(HttpExchange exchange, byte[] bytes, int from, int length) throws IOException {
    synchronized (this) {
      if (length > 1) {
        offsets.add((long) from);
      }
    }
    OutputStream out = exchange.getResponseBody();
    int count = Math.min(length, breakAfter);
    if (length > stallAfter) {
      count = stallAfter;
    }
    for (int at = 0; at < count; at += PART) {
      out.write(bytes, from + at, Math.min(PART, count - at));
    }
    out.flush();
    synchronized (this) {
      if (count >= replaceAfter) {
        replaceAfter = Integer.MAX_VALUE;
        replace(replacement);
      }
    }
    if (length > stallAfter) {
      stallAfter = Integer.MAX_VALUE;
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
