package org.newsgraph.ingest;

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
    assertThat(allows(text, "/news/a.xml")).isTrue();
    assertThat(allows(text, "/news/a.xml?x")).isFalse();
    assertThat(allows(text, "/")).isFalse();
    assertThat(allows("", "/")).isTrue();
  }

  @Test
  void an_own_group_without_rules_allows_everything_whatever_is_forbidden_to_others() {
    String text = "User-agent: newsgraph\nDisallow:\n\nUser-agent: *\nDisallow: /";
    assertThat(allows(text, "/feed")).isTrue();
  }

  @Test
  void a_group_for_everybody_holds_where_none_is_for_this_program() {
    String text = "User-agent: other\nDisallow:\n\nUser-agent: *\nDisallow: /closed";
    assertThat(allows(text, "/closed/feed")).isFalse();
    assertThat(allows(text, "/open/feed")).isTrue();
  }

  @Test
  void a_path_is_the_same_with_and_without_percent_encoding() {
    assertThat(allows("User-agent: *\nDisallow: /caf%C3%A9/", "/café/feed")).isFalse();
    assertThat(allows("User-agent: *\nDisallow: /café/", "/caf%C3%A9/feed")).isFalse();
    assertThat(allows("User-agent: *\nDisallow: /%61bc", "/abc/feed")).isFalse();
  }

  private static boolean allows(String robots, String path) {
    String site = "https://example.org";
    return FeedClient.rules(site, robots.getBytes(UTF_8)).isAllowed(site + path);
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
