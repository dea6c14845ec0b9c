package org.newsgraph.serve;

import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.NewsStore;

class NewsServerTest {
  private static final String SAID =
      """
      PREFIX news: <https://w3id.org/newsgraph/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?who { ?s news:content ?said ; news:speaker/rdfs:label ?who
        FILTER CONTAINS(?said, "must not be forgotten") }
      """;

  @TempDir static Path folder;
  private static NewsStore store;
  private static NewsServer server;

  @BeforeAll
  static void serve() {
    store = NewsStore.create(folder, Optional.empty());
    Provenance provenance = new Provenance("0.1.0", Instant.parse("2026-01-02T03:04:05Z"));
    store.put(ArticleGraph.of(HandMade.harbour(), store.iris(), provenance, "d1"));
    store.put(ArticleGraph.of(HandMade.market(), store.iris(), provenance, "d2"));
    server = NewsServer.start(store, settings(0));
  }

  @AfterAll
  static void close() {
    server.close();
    store.close();
  }

  @Test
  void a_question_by_get_sees_all_articles_as_one_graph() throws Exception {
    var answer = ask(SAID, "text/csv");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("who\r\nAda Novak\r\n");
  }

  @Test
  void a_question_can_be_posted_as_a_form_or_as_it_is() throws Exception {
    var form =
        send(
            request("news/sparql")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/csv")
                .POST(ofString("query=" + URLEncoder.encode(SAID, UTF_8))));
    var plain =
        send(
            request("news/sparql")
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "text/csv")
                .POST(ofString(SAID)));
    assertThat(form.body()).contains("Ada Novak");
    assertThat(plain.body()).contains("Ada Novak");
  }

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values"
  })
  void every_result_format_can_be_asked_for(String type) throws Exception {
    var answer = ask(SAID, type);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(answer.body()).contains("Ada Novak");
  }

  @Test
  void a_graph_comes_as_turtle() throws Exception {
    var answer = ask("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }", "text/turtle");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/turtle");
  }

  @ParameterizedTest
  @CsvSource({
    "'FILTER REGEX(?x, \"^ab\")', true",
    "'FILTER REGEX(?x, \"^b\")', false",
    "'FILTER REGEX(?x, \"^AB\", \"i\")', true",
    "'FILTER(REPLACE(?x, \"b\", \"x\") = \"axc\")', true",
    "'FILTER(REPLACE(?x, \"B\", \"x\", \"i\") = \"axc\")', true",
    "'FILTER(REPLACE(?x, \"y\", \"x\") = \"abc\")', true"
  })
  void regular_expressions_do_what_they_should(String filter, boolean found) throws Exception {
    var answer = ask("ASK { BIND(\"abc\" AS ?x) " + filter + " }", "text/csv");
    assertThat(answer.body()).contains(Boolean.toString(found));
  }

  @Test
  void a_syntax_error_is_the_askers_and_is_explained() throws Exception {
    var answer = ask("SELECT nonsense", "text/csv");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("line 1").doesNotContain("at org.apache");
  }

  @Test
  void nothing_can_be_changed() throws Exception {
    var update =
        send(
            request("news/sparql")
                .header("Content-Type", "application/sparql-update")
                .POST(ofString("INSERT DATA { <urn:a> <urn:b> <urn:c> }")));
    assertThat(update.statusCode()).isBetween(400, 499);
    for (String path : new String[] {"news", "news/data", "news/update", "news/sparql"}) {
      var put =
          send(
              request(path + "?default")
                  .header("Content-Type", "text/turtle")
                  .PUT(ofString("<urn:a> <urn:b> <urn:c> .")));
      assertThat(put.statusCode()).as(path).isBetween(400, 499);
    }
    assertThat(ask("ASK { <urn:a> ?p ?o }", "text/csv").body()).contains("false");
  }

  @Test
  void no_query_makes_the_server_call_another_one() throws Exception {
    String elsewhere = server.address() + "news/sparql";
    var answer = ask("SELECT * { SERVICE <" + elsewhere + "> { ?s ?p ?o } }", "text/csv");
    assertThat(answer.statusCode()).isBetween(400, 599);
  }

  @Test
  void a_query_without_end_is_ended() throws Exception {
    try (NewsServer hasty =
        NewsServer.start(store, Settings.of("127.0.0.1", 0).withTimeout(Duration.ofMillis(50)))) {
      String endless =
          "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c != ?l) }";
      var answer =
          send(
              HttpRequest.newBuilder(
                  URI.create(
                      hasty.address() + "news/sparql?query=" + URLEncoder.encode(endless, UTF_8))));
      assertThat(answer.statusCode()).isEqualTo(503);
    }
  }

  @Test
  void pages_of_other_sites_may_ask() throws Exception {
    var answer =
        send(
            request("news/sparql?query=" + URLEncoder.encode(SAID, UTF_8))
                .header("Origin", "https://elsewhere.example"));
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
  }

  @Test
  void a_browser_gets_a_page_that_says_what_is_here() throws Exception {
    var page = send(request("").header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.body())
        .contains(
            "<dt>articles</dt><dd>2</dd>",
            "<dt>statements</dt><dd><a href=\"/statements?status=all\">6</a></dd>",
            "<form")
        .doesNotContain("{{");
  }

  @Test
  void every_link_of_the_page_gives_an_answer() throws Exception {
    String page = send(request("").header("Accept", "text/html")).body();
    var links = Pattern.compile("<a[^>]* href=\"(/[^\"#]*)").matcher(page).results().toList();
    assertThat(links).hasSizeGreaterThan(15);
    for (var link : links) {
      String path = link.group(1).substring(1).replace("&amp;", "&");
      if (!path.matches("(graph-view|map|timeline|query|feed.atom|compare).*")) {
        var answer = send(request(path).header("Accept", "text/html,*/*"));
        assertThat(answer.statusCode()).as(path).isIn(200, 303);
      }
    }
  }

  @Test
  void a_program_gets_the_same_in_plain_text() throws Exception {
    var page = send(request("").header("Accept", "*/*"));
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(page.body()).contains("2 articles", server.address() + "news/sparql");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "news/nothing", "article/x"})
  void what_is_not_here_is_not_found(String path) throws Exception {
    assertThat(send(request(path)).statusCode()).isEqualTo(404);
  }

  @Test
  void a_port_in_use_is_said_to_be_one() throws IOException {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      assertThatThrownBy(() -> NewsServer.start(store, settings(taken.getLocalPort())))
          .isInstanceOf(ServeException.class)
          .hasMessage(
              "port "
                  + taken.getLocalPort()
                  + " is in use; stop the program that uses it, or choose another port with --port");
    }
  }

  @Test
  void a_host_that_is_not_here_is_said_to_be_none() {
    assertThatThrownBy(() -> NewsServer.start(store, Settings.of("192.0.2.1", 0)))
        .isInstanceOf(ServeException.class)
        .hasMessageContaining("cannot listen on 192.0.2.1");
  }

  private static Settings settings(int port) {
    return Settings.of("127.0.0.1", port);
  }

  private static HttpResponse<String> ask(String query, String accept) throws Exception {
    return send(
        request("news/sparql?query=" + URLEncoder.encode(query, UTF_8)).header("Accept", accept));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    // A separate connection: the server may close one whose body it refused to read.
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString(UTF_8));
  }
}
