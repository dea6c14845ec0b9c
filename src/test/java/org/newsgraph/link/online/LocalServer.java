package org.newsgraph.link.online;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A local HTTP server with scripted responses, which records all requests. */
final class LocalServer implements AutoCloseable {
  /** A recorded request. */
  record ReceivedRequest(
      String method, String path, Map<String, String> parameters, String agent) {}

  /** A response to a request. */
  interface Answer {
    void to(HttpExchange exchange, ReceivedRequest asked) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<ReceivedRequest> asked = new ArrayList<>();
  private final List<Answer> first = new ArrayList<>();
  private final Answer rest;

  /**
   * Starts a server.
   *
   * @param rest response to all requests after those of {@link #first}
   */
  LocalServer(Answer rest) throws IOException {
    this.rest = rest;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Sets the responses to the first requests, one each. */
  LocalServer first(Answer... answers) {
    first.addAll(List.of(answers));
    return this;
  }

  URI address() {
    return URI.create(
        "http://"
            + server.getAddress().getHostString()
            + ":"
            + server.getAddress().getPort()
            + "/api");
  }

  synchronized List<ReceivedRequest> asked() {
    return List.copyOf(asked);
  }

  /** Blocks the response until the server is closed. */
  void hang() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static Answer json(String body) {
    return (exchange, asked) -> send(exchange, 200, body);
  }

  static Answer status(int status, String... headers) {
    return (exchange, asked) -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      send(exchange, status, "{}");
    };
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> parameters = new LinkedHashMap<>();
      add(parameters, exchange.getRequestURI().getRawQuery());
      add(parameters, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      ReceivedRequest request =
          new ReceivedRequest(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              parameters,
              exchange.getRequestHeaders().getFirst("User-Agent"));
      Answer answer;
      synchronized (this) {
        asked.add(request);
        answer = first.isEmpty() ? rest : first.remove(0);
      }
      answer.to(exchange, request);
    }
  }

  private static void add(Map<String, String> parameters, String encoded) {
    if (encoded == null || encoded.isEmpty()) {
      return;
    }
    for (String pair : encoded.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
