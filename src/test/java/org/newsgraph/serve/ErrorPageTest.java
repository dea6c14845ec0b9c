package org.newsgraph.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.serve.security.LoadLimits;

/** Errors are a page for browsers, and a line of text for all other clients. */
final class ErrorPageTest {
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String ENDLESS =
      "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c != ?l) }";

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = new Served(folder.resolve("all"), UnaryOperator.identity());
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static void assertPage(HttpResponse<String> answer, int status, String... words) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Accept");
    assertThat(answer.body())
        .startsWith("<!DOCTYPE html>")
        .contains("Error " + status, "<form class=\"search\"", "href=\"/\"")
        .contains(words)
        .endsWith("</html>\n");
  }

  private static void assertLine(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(answer.body().lines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "nothing/of/the/sort, 404, Not found: /nothing/of/the/sort.",
    "entity/Nobody.html, 404, Page not found",
    "entity?iri=Nobody, 404, No entry called “Nobody”.",
    "statements?offset=-1, 400, Offset must be a whole number",
    "add, 401, This request needs a login."
  })
  void a_browser_gets_a_page_and_every_other_client_a_line(String path, int status, String words)
      throws Exception {
    assertPage(served.get(path, "Accept", BROWSER), status, words);
    assertLine(served.get(path, "Accept", "*/*"), status);
    assertLine(served.get(path), status);
    assertLine(served.get(path, "Accept", "application/json, text/html;q=0.5"), status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "article/%3Cimg%20src=x%20onerror=alert(1)%3E",
        "entity/%22%3E%3Cscript%3Ealert(1)%3C/script%3E.html",
        "entity?iri=%3Cscript%3Ealert(1)%3C/script%3E",
        "statements?kind=%3Cscript%3E&q=%3Cscript%3E",
        "%E2%80%AEevil%E2%80%AC"
      })
  void what_stands_in_an_address_stays_text(String path) throws Exception {
    HttpResponse<String> answer = served.get(path, "Accept", BROWSER);
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.body()).doesNotContain("<script>", "<img", "onerror=alert(1)>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%C3%A9", "%3Cb%3E"})
  void an_address_of_ten_thousand_characters_is_cut(String part) throws Exception {
    HttpResponse<String> answer =
        served.get(part.repeat(10_000 / part.length()), "Accept", BROWSER);
    assertPage(answer, 404, "…");
    assertThat(answer.body())
        .doesNotContain("<b>")
        .containsPattern("<p class=\"lead\">Not found: /[^<]{1,1500}…</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"search?q=%E0%A4%A", "search?q=%", "statements?role=%C3"})
  void a_broken_address_has_a_page_too(String path) throws Exception {
    String answer =
        served.raw(
            "GET /"
                + path
                + " HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("Error 400", "<!DOCTYPE html>");
  }

  @Test
  void a_client_of_the_api_gets_json_and_an_assistant_json_rpc() throws Exception {
    for (String path :
        new String[] {"api/statements?limit=x", "api/nothing", "reconcile/nothing"}) {
      HttpResponse<String> answer = served.get(path, "Accept", "*/*");
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/json");
      JsonNode error = new ObjectMapper().readTree(answer.body());
      assertThat(error.path("status").asInt()).isEqualTo(answer.statusCode()).isGreaterThan(399);
      assertThat(error.path("error").asText()).isNotBlank();
      assertPage(served.get(path, "Accept", BROWSER), answer.statusCode(), "Error");
    }
    JsonNode refused = new ObjectMapper().readTree(served.get("mcp").body());
    assertThat(refused.path("jsonrpc").asText()).isEqualTo("2.0");
    assertThat(refused.path("error").path("message").asText()).contains("use POST");
  }

  @Test
  void a_malformed_request_has_the_headers_of_every_response() throws Exception {
    String answer = served.raw("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("nosniff", "default-src 'none'", "the request is malformed")
        .doesNotContain("etty");
  }

  @Test
  void the_head_of_an_error_has_its_status() throws Exception {
    assertThat(served.send("HEAD", "nothing", null, "Accept", BROWSER).statusCode()).isEqualTo(404);
  }

  @Test
  void a_body_that_is_too_long_is_refused_after_it_was_sent() throws Exception {
    try (Served small =
        new Served(
            folder.resolve("short"),
            it -> it.withLimits(new LoadLimits(0, 4, Duration.ofSeconds(1), 1_000), 1 << 20))) {
      String editor = Served.login(Served.EDITOR, Served.PASSWORD);
      String body = "x".repeat(17 << 20);
      assertThat(
              small
                  .raw(
                      "POST /api/articles HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                          + ("Authorization: " + editor + "\r\nContent-Type: application/json\r\n")
                          + ("Content-Length: " + body.length() + "\r\n\r\n")
                          + body)
                  .lines()
                  .findFirst())
          .hasValueSatisfying(line -> assertThat(line).contains(" 413 "));
    }
  }

  @Test
  void what_a_login_may_not_do_and_what_no_method_does_is_told_in_pages() throws Exception {
    String reader = Served.login(Served.READER, Served.PASSWORD);
    assertPage(
        served.get("add", "Accept", BROWSER, "Authorization", reader),
        403,
        "Your login only allows reading");
    HttpResponse<String> posted = served.send("POST", "statements", "", "Accept", BROWSER);
    assertThat(posted.statusCode()).isIn(401, 405);
    String editor = Served.login(Served.EDITOR, Served.PASSWORD);
    HttpResponse<String> other =
        served.send("POST", "statements", "", "Accept", BROWSER, "Authorization", editor);
    assertPage(other, 405, "This page can only be read.");
    assertThat(other.headers().firstValue("Allow").orElse("")).contains("GET");
  }

  @Test
  void what_is_too_long_too_slow_or_too_often_is_told_in_pages() throws Exception {
    try (Served small =
        new Served(
            folder.resolve("small"),
            it ->
                it.withLimits(new LoadLimits(5, 4, Duration.ofSeconds(1), 1_000), 1 << 20)
                    .withTimeout(Duration.ofSeconds(1)))) {
      String editor = Served.login(Served.EDITOR, Served.PASSWORD);
      assertPage(
          small.send(
              "POST",
              "add",
              "text=" + "x".repeat(2_000),
              "Accept",
              BROWSER,
              "Content-Type",
              FORM,
              "Authorization",
              editor),
          413,
          "Request too large");
      String slow = "news/sparql?query=" + URLEncoder.encode(ENDLESS, UTF_8);
      assertPage(small.get(slow, "Accept", BROWSER), 503, "Wait a moment");
      HttpResponse<String> answer = small.get("", "Accept", BROWSER);
      for (int i = 0; i < 50 && answer.statusCode() == 200; i++) {
        answer = small.get("", "Accept", BROWSER);
      }
      assertPage(answer, 429, "Too many requests");
    }
  }

  @Test
  void a_failure_of_the_server_is_told_without_its_inner_words() throws Exception {
    Served broken = new Served(folder.resolve("broken"), UnaryOperator.identity());
    try (NewsServer server = broken.server) {
      broken.store.close();
      assertThat(server.address()).isNotEmpty();
      HttpResponse<String> answer = broken.get("article/harbour%201", "Accept", BROWSER);
      assertPage(answer, 500, "Server error", "Internal error; see the server");
      Served.internals().forEach(inner -> assertThat(answer.body()).doesNotContain(inner));
    }
  }

  @Test
  void who_has_to_log_in_gets_the_page_with_its_style() throws Exception {
    try (Served closed =
        new Served(
            folder.resolve("closed"), it -> it.withLogins(it.logins().orElseThrow(), true))) {
      HttpResponse<String> answer = closed.get("statements", "Accept", BROWSER);
      assertPage(answer, 401, "Please log in");
      assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
      assertThat(closed.get("assets/explorer.css").statusCode()).isEqualTo(200);
    }
  }
}
