package org.newsgraph.serve.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.HandMade;
import org.newsgraph.serve.Served;

/** Receivers are independent of each other, and deliveries survive a restart of the server. */
final class WebhookDeliveryTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String[] EDITS = {
    "Content-Type",
    "application/json",
    "Authorization",
    Served.login(Served.EDITOR, Served.PASSWORD)
  };

  @TempDir Path folder;
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private HttpServer receiver;
  private int status = 204;

  @BeforeEach
  void startReceiver() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        call -> {
          messages.add(MAPPER.readTree(call.getRequestBody().readAllBytes()));
          call.sendResponseHeaders(status, -1);
          call.close();
        });
    receiver.start();
  }

  @AfterEach
  void stopReceiver() {
    receiver.stop(0);
  }

  private Served serve() throws IOException {
    return new Served(folder, it -> it.withHookHosts(Set.of("127.0.0.1")));
  }

  private static void add(Served served, int port) throws Exception {
    String hook = "{\"url\":\"http://127.0.0.1:%d/\",\"q\":\"forgotten\"}".formatted(port);
    assertThat(served.send("POST", "api/webhooks", hook, EDITS).statusCode()).isEqualTo(201);
  }

  private static void addNews(Served served) {
    served.store.delete("harbour 1");
    served.put(HandMade.harbour());
  }

  private JsonNode nextMessage() throws InterruptedException {
    JsonNode message = messages.poll(30, TimeUnit.SECONDS);
    assertThat(message).as("a message within 30 s").isNotNull();
    return message;
  }

  @Test
  void a_receiver_that_never_responds_delays_no_other_and_not_the_stop() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
      Served served = serve();
      for (int i = 0; i < 20; i++) {
        add(served, silent.getLocalPort());
      }
      add(served, receiver.getAddress().getPort());
      addNews(served);
      // One after the other, the silent receivers would take 200 s.
      assertThat(nextMessage().path("statements")).hasSize(1);
      assertTimeoutPreemptively(Duration.ofSeconds(30), served::close);
    }
  }

  @Test
  void what_was_not_delivered_before_a_stop_is_delivered_after_the_start() throws Exception {
    status = 500;
    Served before = serve();
    add(before, receiver.getAddress().getPort());
    addNews(before);
    JsonNode failed = nextMessage();
    before.close();
    messages.clear();
    status = 204;
    try (Served after = serve()) {
      assertThat(after.send("GET", "api/webhooks", null, EDITS).body())
          .contains(failed.path("webhook").asText());
      assertThat(nextMessage().path("statements").get(0).path("id"))
          .isEqualTo(failed.path("statements").get(0).path("id"));
    }
  }

  @Test
  void a_server_with_a_damaged_list_of_webhooks_starts_without_it() throws Exception {
    serve().close();
    Path file = folder.resolve("db").resolve(Webhooks.FILE);
    Files.writeString(file, "[{\"id\":");
    try (Served served = serve()) {
      assertThat(served.send("GET", "api/webhooks", null, EDITS).body()).contains("[ ]");
      add(served, receiver.getAddress().getPort());
    }
    try (Served served = serve()) {
      assertThat(served.send("GET", "api/webhooks", null, EDITS).body()).contains("127.0.0.1");
    }
    assertThat(Files.readAllBytes(file)).asString(UTF_8).contains("forgotten");
  }
}
