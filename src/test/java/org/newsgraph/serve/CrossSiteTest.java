package org.newsgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsgraph.serve.Served.EDITOR;
import static org.newsgraph.serve.Served.PASSWORD;
import static org.newsgraph.serve.Served.login;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of other sites: they change nothing, read nothing for operators, and take no name. */
class CrossSiteTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String UPDATE = "application/sparql-update";
  private static final String INSERT = "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> <urn:c> } }";

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = new Served(folder, it -> it.withHosts(Set.of("news.example.org")));
  }

  @AfterAll
  static void close() {
    served.close();
  }

  /** A request that needs an editor's login. */
  record Change(String method, String path, String type, String body) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static Stream<Change> changes() {
    return Stream.of(
        new Change("POST", "news/update", UPDATE, INSERT),
        new Change("POST", "news/update", FORM, "update=CLEAR+ALL"),
        new Change("PUT", "news/data?graph=urn:g", "text/turtle", "<urn:a> <urn:b> 1 ."),
        new Change("POST", "news/data?graph=urn:g", "text/turtle", "<urn:a> <urn:b> 1 ."),
        new Change("DELETE", "news/data?graph=urn:g", "text/plain", ""),
        new Change("PATCH", "news/update", UPDATE, INSERT),
        new Change("POST", "api/articles", "application/json", "{\"id\":\"x\",\"text\":\"y\"}"),
        new Change("DELETE", "api/articles/market", "text/plain", ""),
        new Change("POST", "add", FORM, "text=Hello+there&title=x"),
        new Change("POST", "article-delete", FORM, "article=market"),
        new Change("POST", "correct", FORM, "kind=forget&entity=entity/Ada_Novak"),
        new Change(
            "POST", "api/webhooks", "application/json", "{\"url\":\"https://example.org/\"}"),
        new Change("DELETE", "api/webhooks/x", "text/plain", ""),
        new Change("POST", "$/backup", "text/plain", ""),
        new Change("POST", "$/compact", "text/plain", ""),
        new Change("GET", "add", "text/plain", null),
        new Change("GET", "correct/link?entity=entity/Ada_Novak", "text/plain", null),
        new Change("GET", "api/webhooks", "text/plain", null));
  }

  private static List<List<String>> foreign() {
    String own = origin();
    return List.of(
        List.of("Origin", "https://evil.example"),
        List.of("Origin", "null"),
        List.of("Origin", ""),
        List.of("Origin", own + ".evil.example"),
        List.of("Origin", own.replace("//", "//x@")),
        List.of("Origin", own.replaceFirst(":\\d+$", ":1")),
        List.of("Origin", "https://evil.example, " + own),
        List.of("Origin", own, "Origin", "https://evil.example"),
        List.of("Referer", "https://evil.example/page"),
        List.of("Referer", "https://evil.example/" + own),
        List.of("Referer", own + ".evil.example/"),
        List.of("Referer", "about:blank"),
        List.of("Referer", ""),
        List.of("Origin", own, "Referer", "https://evil.example/"),
        List.of("Sec-Fetch-Site", "cross-site"),
        List.of("Sec-Fetch-Site", "same-site"),
        List.of("Sec-Fetch-Site", "same-origin", "Referer", "https://evil.example/"));
  }

  private static String origin() {
    return served.server.address().replaceFirst("/$", "");
  }

  private static int status(Change change, List<String> headers)
      throws IOException, InterruptedException {
    List<String> all =
        new ArrayList<>(List.of("Content-Type", change.type(), "Authorization", editor()));
    all.addAll(headers);
    return served
        .send(change.method(), change.path(), change.body(), all.toArray(String[]::new))
        .statusCode();
  }

  private static String editor() {
    return login(EDITOR, PASSWORD);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_page_of_another_site_changes_nothing(Change change) throws Exception {
    for (List<String> headers : foreign()) {
      assertThat(status(change, headers)).as(change + " " + headers).isEqualTo(403);
    }
    assertThat(served.query("ASK { GRAPH <urn:g> { ?s ?p ?o } }").body()).contains("false");
    assertThat(served.get("api/articles/market").statusCode()).isEqualTo(200);
  }

  @Test
  void our_own_pages_and_programs_change_the_graph() throws Exception {
    Change change = new Change("POST", "news/update", UPDATE, INSERT.replace("urn:g", "urn:own"));
    for (List<String> headers :
        List.of(
            List.<String>of(),
            List.of("Origin", origin()),
            List.of("Referer", served.server.address() + "article/market?x=1"),
            List.of("Origin", origin(), "Referer", origin() + "/add"),
            List.of("Sec-Fetch-Site", "same-origin"),
            List.of("Sec-Fetch-Site", "none"))) {
      assertThat(status(change, headers)).as(headers.toString()).isEqualTo(204);
    }
  }

  @Test
  void figures_for_operators_are_not_shared_with_other_sites() throws Exception {
    var metrics = served.get("$/metrics", "Origin", "https://evil.example");
    assertThat(metrics.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(metrics.headers().firstValue("Cross-Origin-Resource-Policy"))
        .contains("same-origin");
    assertThat(served.get("%24/metrics").headers().firstValue("Access-Control-Allow-Origin"))
        .isEmpty();
    assertThat(served.get("api").headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  private static String under(String host, String path) throws IOException {
    return served.raw(
        "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  @Test
  void a_foreign_name_for_our_address_gets_nothing() throws Exception {
    for (String path : List.of("/", "/api", "/news/sparql?query=ASK%7B%7D", "/$/metrics")) {
      assertThat(under("evil.example", path))
          .as(path)
          .startsWith("HTTP/1.1 421")
          .contains("does not answer to this host name")
          .doesNotContain("evil.example");
    }
    assertThat(under("localhost", "http://evil.example/api")).startsWith("HTTP/1.1 4");
    assertThat(under("127.0.0.1.evil.example", "/api")).startsWith("HTTP/1.1 421");
    assertThat(under("evil.example", "/$/ping")).startsWith("HTTP/1.1 200");
  }

  @Test
  void our_names_are_answered_and_named_in_links() throws Exception {
    for (String host : List.of("localhost", "127.0.0.1:3030", "[::1]", "news.example.org:8443")) {
      assertThat(under(host, "/reconcile")).as(host).startsWith("HTTP/1.1 200").contains(host);
    }
  }
}
