package org.newsgraph.link.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.newsgraph.link.online.LocalServer.json;
import static org.newsgraph.link.online.LocalServer.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.online.LocalServer.Answer;
import org.newsgraph.link.online.LocalServer.ReceivedRequest;

final class RetryingHttpClientTest {
  private static final int LARGEST = 10_000;
  private static final Answer YES = json("{\"said\":\"yes\"}");

  private final FakeTime time = new FakeTime();

  @Test
  void who_asks_is_told() throws IOException {
    try (LocalServer server = new LocalServer(YES)) {
      assertThat(ask(server)).isEqualTo("yes");
      assertThat(server.asked())
          .extracting(ReceivedRequest::agent)
          .containsExactly("Newsgraph/1.2 (desk@example.org) Java/" + Runtime.version().feature());
    }
  }

  @Test
  void an_agent_is_one_line_of_plain_characters() {
    assertThat(RequestPolicy.userAgent("1\r\nCookie: x", "Zoë"))
        .startsWith("Newsgraph/1??Cookie: x (Zo?)");
    assertThat(RequestPolicy.userAgent("1", "")).contains("(https://w3id.org/newsgraph)");
  }

  @Test
  void requests_keep_their_distance() throws IOException {
    try (LocalServer server = new LocalServer(YES)) {
      RetryingHttpClient client = client(Duration.ofSeconds(10));
      ServiceRequest request = ServiceRequest.get(server.address(), Map.of());
      for (int i = 0; i < 3; i++) {
        client.ask(request, it -> it);
      }
      assertThat(time.sleeps()).containsExactly(Duration.ofMillis(200), Duration.ofMillis(200));
    }
  }

  @Test
  void too_many_requests_waits_as_long_as_asked_for() throws IOException {
    try (LocalServer server =
        new LocalServer(YES)
            .first(
                status(429, "Retry-After", "17"),
                status(503, "Retry-After", "Wed, 04 Mar 2026 05:07:07 GMT"))) {
      assertThat(ask(server)).isEqualTo("yes");
      assertThat(time.sleeps()).first().isEqualTo(Duration.ofSeconds(17));
      assertThat(time.now()).isEqualTo(FakeTime.START.plusSeconds(60));
    }
  }

  @Test
  void a_wait_longer_than_our_patience_is_told_at_once() throws IOException {
    try (LocalServer server = new LocalServer(status(429, "Retry-After", "86400"))) {
      assertThatThrownBy(() -> ask(server))
          .isInstanceOf(KnowledgeBaseException.class)
          .hasMessageContaining("status 429")
          .hasMessageContaining("try again in 86400 s");
      assertThat(time.sleeps()).isEmpty();
    }
  }

  @Test
  void a_broken_server_is_asked_later_and_later() throws IOException {
    try (LocalServer server =
        new LocalServer(YES).first(status(500), status(502), status(504), status(503))) {
      assertThat(ask(server)).isEqualTo("yes");
      assertThat(server.asked()).hasSize(5);
      assertThat(time.sleeps()).hasSize(4).isSorted();
    }
  }

  @Test
  void patience_ends_and_the_next_request_is_tried_once_only() throws IOException {
    try (LocalServer server = new LocalServer(status(500))) {
      RetryingHttpClient client = client(Duration.ofSeconds(10));
      ServiceRequest request = ServiceRequest.get(server.address(), Map.of("search", "Jo Cox"));
      assertThatThrownBy(() -> client.ask(request, it -> it))
          .isInstanceOf(KnowledgeBaseException.class)
          .hasMessageMatching(
              "http://127.0.0.1:\\d+/api: the service responded with status 500 \\(\\d+ attempts .*");
      int asked = server.asked().size();
      assertThat(Duration.between(FakeTime.START, time.now()))
          .isBetween(Duration.ofMinutes(3), Duration.ofMinutes(5));
      assertThatThrownBy(() -> client.ask(request, it -> it))
          .isInstanceOf(KnowledgeBaseException.class);
      assertThat(server.asked()).hasSize(asked + 1);
    }
  }

  @Test
  void what_is_refused_is_not_asked_again() throws IOException {
    for (int status : new int[] {400, 401, 403, 404, 410}) {
      try (LocalServer server = new LocalServer(status(status))) {
        assertThatThrownBy(() -> ask(server))
            .isInstanceOf(KnowledgeBaseException.class)
            .hasMessageContaining("status " + status);
        assertThat(server.asked()).hasSize(1);
      }
    }
  }

  @Test
  void broken_json_is_asked_for_again() throws IOException {
    try (LocalServer server =
        new LocalServer(YES)
            .first(json("{\"said\":"), json(""), json("{} and more"), json("[".repeat(5000)))) {
      assertThat(ask(server)).isEqualTo("yes");
      assertThat(server.asked()).hasSize(5);
    }
  }

  @Test
  void a_web_page_is_no_answer() throws IOException {
    try (LocalServer server =
        new LocalServer(status(200, "Content-Type", "text/html; charset=utf-8"))) {
      assertThatThrownBy(() -> ask(server)).hasMessageContaining("a web page");
    }
  }

  @Test
  void half_an_answer_is_asked_for_again() throws IOException {
    Answer half =
        (exchange, asked) -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write(new byte[50]);
          exchange.getResponseBody().flush();
        };
    try (LocalServer server = new LocalServer(YES).first(half)) {
      assertThat(ask(server)).isEqualTo("yes");
      assertThat(server.asked()).hasSize(2);
    }
  }

  @Test
  void silence_before_or_within_an_answer_ends_in_a_time_out() throws IOException {
    LocalServer[] it = new LocalServer[1];
    Answer silent = (exchange, asked) -> it[0].hang();
    Answer stalled =
        (exchange, asked) -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          it[0].hang();
        };
    try (LocalServer server = new LocalServer(YES).first(silent, stalled)) {
      it[0] = server;
      RetryingHttpClient client = client(Duration.ofMillis(300));
      String said =
          client.ask(
              ServiceRequest.get(server.address(), Map.of()),
              answer -> answer.path("said").asText());
      assertThat(said).isEqualTo("yes");
      assertThat(server.asked()).hasSize(3);
    }
  }

  @Test
  void a_huge_answer_is_not_read() throws IOException {
    Answer endless =
        (exchange, asked) -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] blanks = " ".repeat(8192).getBytes(java.nio.charset.StandardCharsets.UTF_8);
          for (int i = 0; i < 100_000; i++) {
            exchange.getResponseBody().write(blanks);
          }
        };
    try (LocalServer server = new LocalServer(endless)) {
      assertThatThrownBy(() -> ask(server))
          .isInstanceOf(KnowledgeBaseException.class)
          .hasMessageContaining("was not read");
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void packed_answers_are_unpacked_but_not_to_any_size() throws IOException {
    try (LocalServer server =
        new LocalServer(packed(" ".repeat(LARGEST * 100))).first(packed("{\"said\":\"yes\"}"))) {
      assertThat(ask(server)).isEqualTo("yes");
      assertThatThrownBy(() -> ask(server)).hasMessageContaining("was not read");
    }
  }

  private static Answer packed(String body) {
    return (exchange, asked) -> {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
        out.write(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
      exchange.getResponseHeaders().add("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(200, bytes.size());
      bytes.writeTo(exchange.getResponseBody());
    };
  }

  @Test
  void a_form_follows_a_redirect() throws IOException {
    try (LocalServer server =
        new LocalServer(YES)
            .first(status(301, "Location", "/there"), status(307, "Location", "/yonder?x=1"))) {
      ServiceRequest form = ServiceRequest.post(server.address(), Map.of("queries", "{}"));
      client(Duration.ofSeconds(10)).ask(form, it -> it);
      assertThat(server.asked())
          .extracting(ReceivedRequest::method, ReceivedRequest::path)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("POST", "/api"),
              org.assertj.core.groups.Tuple.tuple("POST", "/there"),
              org.assertj.core.groups.Tuple.tuple("POST", "/yonder"));
      assertThat(server.asked().get(2).parameters()).containsEntry("queries", "{}");
    }
  }

  @Test
  void a_redirect_in_circles_ends() throws IOException {
    try (LocalServer server = new LocalServer(status(302, "Location", "/api"))) {
      assertThatThrownBy(() -> ask(server))
          .isInstanceOf(KnowledgeBaseException.class)
          .hasMessageContaining("circles");
      assertThat(server.asked()).hasSize(6);
    }
  }

  @Test
  void a_redirect_to_a_file_or_nowhere_is_not_followed() throws IOException {
    for (String to : new String[] {"file:///etc/passwd", "ftp://example.org/", "http:", "%%", ""}) {
      try (LocalServer server = new LocalServer(status(302, "Location", to))) {
        assertThatThrownBy(() -> ask(server)).isInstanceOf(KnowledgeBaseException.class);
        assertThat(server.asked()).hasSize(1);
      }
    }
  }

  @Test
  void nobody_there_is_told_within_seconds() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ServiceRequest request =
        ServiceRequest.get(URI.create("http://127.0.0.1:" + port + "/api"), Map.of());
    assertThatThrownBy(() -> client(Duration.ofSeconds(10)).ask(request, it -> it))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("cannot be reached");
    assertThat(time.now()).isBefore(FakeTime.START.plusSeconds(11));
  }

  @Test
  void a_thread_that_is_asked_to_stop_does_so() throws IOException {
    try (LocalServer server = new LocalServer(YES)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> ask(server)).hasMessageContaining("stopped");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private String ask(LocalServer server) {
    return client(Duration.ofSeconds(10))
        .ask(ServiceRequest.get(server.address(), Map.of()), it -> it.path("said").asText());
  }

  private RetryingHttpClient client(Duration timeout) {
    return new RetryingHttpClient(
        new RequestPolicy(
            RequestPolicy.userAgent("1.2", "desk@example.org"),
            Duration.ofMillis(200),
            timeout,
            Duration.ofMinutes(5),
            LARGEST),
        time,
        new Random(1));
  }
}
