package org.newsgraph.serve.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.newsgraph.serve.security.RequestRefusal;

/** Requests of each class wait for those of their own class only. */
final class QueueingHandlerTest {
  private final BlockingQueue<Held> handled = new LinkedBlockingQueue<>();
  private final List<LocalConnector.LocalEndPoint> clients = new ArrayList<>();
  private final Server server = new Server();
  private final LocalConnector connector = new LocalConnector(server);

  /** A request that is being handled until its callback is completed. */
  private record Held(String path, Callback callback) {}

  private void start(Duration maxWait) throws Exception {
    start(maxWait, Duration.ofMinutes(5));
  }

  private void start(Duration maxWait, Duration threshold) throws Exception {
    Handler holding =
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            if (RequestRefusal.isAttachedTo(request)) {
              Response.writeError(request, response, callback, 503);
            } else {
              handled.add(new Held(request.getHttpURI().getPath(), callback));
            }
            return true;
          }
        };
    server.setConnectors(new LocalConnector[] {connector});
    server.setHandler(
        new QueueingHandler(
            holding,
            1,
            maxWait,
            new HeavyRequests(threshold),
            request -> request.getHeaders().contains("Authorization")));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    handled.forEach(held -> held.callback().succeeded());
    server.stop();
  }

  private LocalConnector.LocalEndPoint send(String method, String path, String... headers) {
    String request = method + " " + path + " HTTP/1.1\r\nHost: x\r\n" + String.join("", headers);
    LocalConnector.LocalEndPoint client = connector.executeRequest(request + "\r\n");
    clients.add(client);
    return client;
  }

  private Held next() throws InterruptedException {
    Held held = handled.poll(20, TimeUnit.SECONDS);
    assertThat(held).isNotNull();
    return held;
  }

  @Test
  void each_class_of_requests_has_a_queue_of_its_own() throws Exception {
    start(Duration.ofMinutes(5));
    send("GET", "/news/sparql?query=x");
    next();
    send("GET", "/statements.csv");
    send("GET", "/news/data");
    send("GET", "/%6eews/sparql?query=x");
    send("POST", "/reconcile");
    send("GET", "/statements");
    assertThat(next().path()).as("a page").isEqualTo("/statements");
    send("POST", "/news/update");
    assertThat(next().path()).as("a change").isEqualTo("/news/update");
    send("GET", "/api", "Authorization: Basic eDp5\r\n");
    assertThat(next().path()).as("a login").isEqualTo("/api");
    send("GET", "/$/ping");
    assertThat(next().path()).as("the health check").isEqualTo("/$/ping");
    send("GET", "/$/ping");
    assertThat(next().path()).as("the health check again").isEqualTo("/$/ping");
    assertThat(handled).isEmpty();
  }

  @Test
  void a_permit_is_passed_on_when_the_handler_is_done() throws Exception {
    start(Duration.ofMinutes(5));
    for (String path : List.of("/a", "/b", "/c")) {
      send("GET", path);
    }
    for (int i = 0; i < 3; i++) {
      next().callback().succeeded();
    }
    send("GET", "/d");
    next().callback().failed(new IllegalStateException("on purpose"));
    send("GET", "/e");
    assertThat(next().path()).isEqualTo("/e");
  }

  @Test
  void who_waits_too_long_is_refused() throws Exception {
    start(Duration.ofMillis(1));
    send("GET", "/a");
    Held first = next();
    String refused = send("GET", "/b").waitForResponse(false, 20, TimeUnit.SECONDS).toString();
    assertThat(refused).isNotNull();
    assertThat(handled).isEmpty();
    first.callback().succeeded();
    send("GET", "/c");
    assertThat(next().path()).isEqualTo("/c");
  }

  @Test
  void repeating_a_heavy_query_does_not_keep_others_waiting() throws Exception {
    start(Duration.ofMinutes(5), Duration.ZERO);
    send("GET", "/news/sparql?query=heavy");
    Held first = next();
    for (int i = 0; i < 3; i++) {
      send("GET", "/news/sparql?query=heavy");
    }
    first.callback().succeeded();
    // The second one runs among the heavy requests, where the other two wait for it.
    assertThat(next().path()).isEqualTo("/news/sparql");
    send("GET", "/news/sparql?query=light");
    assertThat(next().path()).isEqualTo("/news/sparql");
    send("GET", "/news/data");
    assertThat(handled).as("the light query holds the permit").isEmpty();
  }
}
