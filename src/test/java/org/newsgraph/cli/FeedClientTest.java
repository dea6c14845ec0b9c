package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedClientTest {
  private HttpServer server;
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/robots.txt", it -> answer(it, 200, "User-agent: *\nDisallow: /closed"));
    server.createContext("/feed", this::feed);
    server.createContext("/closed", it -> answer(it, 200, "secret"));
    server.createContext("/gone", it -> answer(it, 410, ""));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_feed_is_fetched_again_only_when_it_has_changed() throws IOException {
    FeedClient client = new FeedClient();
    assertThat(client.fetch(uri("/feed"))).hasValue("<rss/>".getBytes(UTF_8));
    assertThat(client.fetch(uri("/feed"))).isEmpty();
    assertThat(asked).hasSize(2).allMatch(it -> it.startsWith("newsgraph/"));
  }

  @Test
  void what_robots_may_not_read_is_never_asked_for() {
    assertThatThrownBy(() -> new FeedClient().fetch(uri("/closed/feed")))
        .hasMessageContaining("robots.txt");
  }

  @Test
  void a_status_that_is_no_success_is_said() {
    assertThatThrownBy(() -> new FeedClient().fetch(uri("/gone"))).hasMessageContaining("410");
  }

  @Test
  void the_longest_rule_for_a_robot_decides() {
    String text =
        "User-agent: a\nUser-agent: newsgraph\nDisallow: /\nAllow: /news/*.xml$\n\nUser-agent: *\nAllow: /";
    RobotsTxt rules = RobotsTxt.of(text, "newsgraph");
    assertThat(rules.allows("/news/a.xml")).isTrue();
    assertThat(rules.allows("/news/a.xml?x")).isFalse();
    assertThat(rules.allows("/")).isFalse();
    assertThat(RobotsTxt.of(text, "other").allows("/")).isTrue();
    assertThat(RobotsTxt.of("", "other").allows("/")).isTrue();
  }

  private void feed(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestHeaders().getFirst("User-Agent"));
    boolean had = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    exchange.getResponseHeaders().add("ETag", "\"1\"");
    answer(exchange, had ? 304 : 200, had ? "" : "<rss/>");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }
}
