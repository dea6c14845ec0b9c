package org.newsgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsgraph.serve.Served.EDITOR;
import static org.newsgraph.serve.Served.PASSWORD;
import static org.newsgraph.serve.Served.form;
import static org.newsgraph.serve.Served.login;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The W3C's tests of the SPARQL 1.1 Protocol, the Graph Store Protocol and the Service Description,
 * with their original names.
 */
class ProtocolTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String QUERY = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException, InterruptedException {
    served = new Served(folder, it -> it);
    for (int i = 1; i <= 3; i++) {
      put("urn:data" + i, "<urn:data" + i + "#s> <urn:p> <urn:o> .");
    }
  }

  @AfterAll
  static void close() {
    served.close();
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Case(String name, String method, String path, String type, String body, int... status) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    String ask = form(Map.of("query", "ASK {}"));
    String clear = "CLEAR SILENT GRAPH <urn:none>";
    return Stream.of(
        new Case("query_get", "GET", "news/sparql?" + ask, null, null, 200),
        new Case("query_post_form", "POST", "news/sparql", FORM, ask, 200),
        new Case("query_post_direct", "POST", "news/sparql", QUERY, "ASK {}", 200),
        new Case(
            "query_dataset_default_graph",
            "GET",
            "news/sparql?" + ask + "&default-graph-uri=urn:data1",
            null,
            null,
            200),
        new Case(
            "query_dataset_default_graphs_get",
            "GET",
            "news/sparql?" + ask + "&default-graph-uri=urn:data1&default-graph-uri=urn:data2",
            null,
            null,
            200),
        new Case(
            "query_dataset_default_graphs_post",
            "POST",
            "news/sparql?default-graph-uri=urn:data1&default-graph-uri=urn:data2",
            QUERY,
            "ASK {}",
            200),
        new Case(
            "query_dataset_named_graphs_get",
            "GET",
            "news/sparql?" + ask + "&named-graph-uri=urn:data1",
            null,
            null,
            200),
        new Case(
            "query_dataset_named_graphs_post",
            "POST",
            "news/sparql?named-graph-uri=urn:data1",
            QUERY,
            "ASK {}",
            200),
        new Case(
            "query_dataset_full",
            "POST",
            "news/sparql?default-graph-uri=urn:data3&named-graph-uri=urn:data1",
            QUERY,
            "ASK {}",
            200),
        new Case("bad_query_method", "PUT", "news/sparql?" + ask, null, "", 401, 405),
        new Case(
            "bad_multiple_queries",
            "GET",
            "news/sparql?" + ask + "&query=SELECT%20%2A%20%7B%7D",
            null,
            null,
            400),
        new Case(
            "bad_query_wrong_media_type", "POST", "news/sparql", "text/plain", "ASK {}", 415, 400),
        new Case("bad_query_missing_form_type", "POST", "news/sparql", "", ask, 415, 400),
        new Case("bad_query_missing_direct_type", "POST", "news/sparql", "", "ASK {}", 415, 400),
        new Case(
            "bad_query_non_utf8",
            "POST",
            "news/sparql",
            QUERY + "; charset=UTF-16",
            "ASK {}",
            400,
            415),
        new Case("bad_query_syntax", "GET", "news/sparql?query=ASK%20%7B", null, null, 400),
        new Case(
            "update_post_form",
            "POST",
            "news/update",
            FORM,
            form(Map.of("update", clear)),
            200,
            204),
        new Case("update_post_direct", "POST", "news/update", UPDATE, clear, 200, 204),
        new Case(
            "update_dataset_default_graph",
            "POST",
            "news/update?using-graph-uri=urn:data1",
            UPDATE,
            "INSERT { GRAPH <urn:t> { ?s ?p ?o } } WHERE { ?s ?p ?o } ; DROP GRAPH <urn:t>",
            200,
            204),
        new Case(
            "update_dataset_full",
            "POST",
            "news/update?using-graph-uri=urn:data1&using-named-graph-uri=urn:data2",
            UPDATE,
            "INSERT { GRAPH <urn:t> { ?s ?p ?o } } WHERE { ?s ?p ?o } ; DROP GRAPH <urn:t>",
            200,
            204),
        new Case(
            "bad_update_get",
            "GET",
            "news/update?" + form(Map.of("update", clear)),
            null,
            null,
            405,
            400,
            404),
        new Case(
            "bad_multiple_updates",
            "POST",
            "news/update",
            FORM,
            form(Map.of("update", clear)) + "&update=CLEAR%20NAMED",
            400),
        new Case(
            "bad_update_wrong_media_type", "POST", "news/update", "text/plain", clear, 415, 400),
        new Case(
            "bad_update_dataset_conflict",
            "POST",
            "news/update?using-graph-uri=urn:data1",
            UPDATE,
            "INSERT { GRAPH <urn:t> { ?s ?p ?o } } USING <urn:data2> WHERE { ?s ?p ?o }",
            400),
        new Case("bad_update_syntax", "POST", "news/update", UPDATE, "INSERT DATA {", 400),
        new Case(
            "bad_update_no_graph", "POST", "news/update", UPDATE, "CLEAR GRAPH <urn:none>", 400),
        new Case(
            "graph store: put, initial state",
            "PUT",
            "news/data?graph=urn:gsp",
            "text/turtle",
            "<urn:a> <urn:b> 1 .",
            201,
            204,
            200),
        new Case(
            "graph store: put, graph already in store",
            "PUT",
            "news/data?graph=urn:gsp",
            "text/turtle",
            "<urn:a> <urn:b> 2 .",
            200,
            204),
        new Case(
            "graph store: put, mismatched payload",
            "PUT",
            "news/data?graph=urn:gsp",
            "application/rdf+xml",
            "<urn:a> <urn:b> 2 .",
            400),
        new Case("graph store: get of put", "GET", "news/data?graph=urn:gsp", null, null, 200),
        new Case(
            "graph store: head on an existing graph",
            "HEAD",
            "news/data?graph=urn:gsp",
            null,
            null,
            200),
        new Case(
            "graph store: post, existing graph",
            "POST",
            "news/data?graph=urn:gsp",
            "text/turtle",
            "<urn:c> <urn:d> 3 .",
            200,
            204),
        new Case(
            "graph store: delete, existing graph",
            "DELETE",
            "news/data?graph=urn:gsp",
            null,
            null,
            200,
            204),
        new Case("graph store: get of deleted", "GET", "news/data?graph=urn:gsp", null, null, 404),
        new Case(
            "graph store: delete, nonexistent graph",
            "DELETE",
            "news/data?graph=urn:gsp",
            null,
            null,
            404,
            204),
        new Case(
            "graph store: head on a nonexistent graph",
            "HEAD",
            "news/data?graph=urn:gsp",
            null,
            null,
            404),
        new Case(
            "graph store: put, default graph",
            "PUT",
            "news/data?default",
            "text/turtle",
            "",
            200,
            201,
            204));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_protocol_is_kept(Case it) throws Exception {
    // As in the W3C's suite, the tests of the graph store depend on their order.
    HttpResponse<String> answer = send(it.method(), it.path(), it.type(), it.body());
    assertThat(it.status()).as(answer.body()).contains(answer.statusCode());
  }

  @Test
  void a_dataset_in_the_protocol_is_the_one_that_is_asked() throws Exception {
    String graphs = "SELECT ?s { ?s <urn:p> <urn:o> }";
    String query = form(Map.of("query", graphs));
    assertThat(
            send("GET", "news/sparql?" + query + "&default-graph-uri=urn:data1", null, null).body())
        .contains("urn:data1#s")
        .doesNotContain("urn:data2#s");
    String named = form(Map.of("query", "SELECT ?g { GRAPH ?g { ?s ?p ?o } }"));
    assertThat(
            send("GET", "news/sparql?" + named + "&named-graph-uri=urn:data2", null, null).body())
        .contains("urn:data2")
        .doesNotContain("urn:data1");
    // Graphs named in the request take precedence over those in the query.
    String both = form(Map.of("query", "SELECT ?s FROM <urn:data2> { ?s <urn:p> <urn:o> }"));
    assertThat(
            send("GET", "news/sparql?" + both + "&default-graph-uri=urn:data1", null, null).body())
        .contains("urn:data1#s")
        .doesNotContain("urn:data2#s");
  }

  @Test
  void an_answer_says_its_type() throws Exception {
    for (String type :
        List.of(
            "application/sparql-results+json",
            "application/sparql-results+xml",
            "text/csv",
            "text/tab-separated-values")) {
      var answer =
          served.get(
              "news/sparql?" + form(Map.of("query", "SELECT ?s { ?s ?p ?o } LIMIT 1")),
              "Accept",
              type);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    }
  }

  @Test
  void a_service_description_is_rdf_with_an_endpoint() throws Exception {
    var answer = served.get("news/sparql", "Accept", "application/rdf+xml");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/rdf+xml");
    assertThat(answer.body())
        .contains("sparql-service-description#", served.server.address() + "news/sparql");
  }

  private static void put(String graph, String turtle) throws IOException, InterruptedException {
    send("PUT", "news/data?graph=" + graph, "text/turtle", turtle);
  }

  private static HttpResponse<String> send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    String login = login(EDITOR, PASSWORD);
    return type == null || type.isEmpty()
        ? served.send(method, path, body, "Authorization", login, "Accept", "*/*")
        : served.send(method, path, body, "Authorization", login, "Content-Type", type);
  }
}
