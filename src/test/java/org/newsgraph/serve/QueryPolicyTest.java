package org.newsgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsgraph.serve.Served.EDITOR;
import static org.newsgraph.serve.Served.PASSWORD;
import static org.newsgraph.serve.Served.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.serve.security.LoadLimits;
import org.newsgraph.serve.sparql.policy.Nestings;
import org.newsgraph.serve.sparql.policy.Positions;

/** The policy for queries holds at a running server that may call one other endpoint. */
class QueryPolicyTest {
  @TempDir static Path folder;
  private static Served served;
  private static ServerSocket inside;

  @BeforeAll
  static void serve() throws IOException {
    LoadLimits limits = new LoadLimits(0, 8, Duration.ofSeconds(10), 1 << 24);
    served =
        new Served(
            folder,
            settings ->
                settings
                    .withTimeout(Duration.ofSeconds(2))
                    .withServices(Set.of("http://127.0.0.1:1/sparql"))
                    .withLimits(limits, 8 << 20));
    // An internal server that queries try to reach; it must never get a connection.
    inside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterAll
  static void close() throws IOException {
    served.close();
    inside.close();
  }

  private static HttpResponse<String> query(String sparql) throws Exception {
    return served.send(
        "POST", "news/sparql", sparql, "Content-Type", "application/sparql-query", "Accept", "*/*");
  }

  private static HttpResponse<String> update(String sparql) throws Exception {
    return served.send(
        "POST",
        "news/update",
        sparql,
        "Content-Type",
        "application/sparql-update",
        "Authorization",
        login(EDITOR, PASSWORD));
  }

  private static void assertNobodyCame() throws IOException {
    inside.setSoTimeout(1);
    Assertions.assertThatThrownBy(() -> inside.accept()).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void service_reaches_no_other_endpoint_from_any_position() throws Exception {
    String service =
        "EXISTS { SERVICE <http://127.0.0.1:" + inside.getLocalPort() + "/> { ?s ?p ?o } }";
    for (String position : Positions.ofExpressions().values()) {
      HttpResponse<String> answer = query(String.format(position, service));
      assertThat(answer.statusCode()).as(position + answer.body()).isEqualTo(403);
      assertThat(answer.body()).contains("SERVICE may only call http://127.0.0.1:1/sparql");
    }
    for (String position : Positions.ofExpressionsInUpdates().values()) {
      HttpResponse<String> answer = update(String.format(position, service));
      assertThat(answer.statusCode()).as(position + answer.body()).isEqualTo(403);
    }
    assertNobodyCame();
  }

  @Test
  void service_reaches_no_other_endpoint_through_mcp_and_the_query_page() throws Exception {
    String sparql =
        "SELECT * { VALUES ?a { 1 2 } } ORDER BY (EXISTS { SERVICE <http://127.0.0.1:"
            + inside.getLocalPort()
            + "/> { ?s ?p ?o } })";
    String call =
        new ObjectMapper()
            .writeValueAsString(
                Map.of(
                    "jsonrpc",
                    "2.0",
                    "id",
                    1,
                    "method",
                    "tools/call",
                    "params",
                    Map.of("name", "sparql", "arguments", Map.of("query", sparql))));
    HttpResponse<String> answer =
        served.send(
            "POST",
            "mcp",
            call,
            "Content-Type",
            "application/json",
            "Accept",
            "application/json, text/event-stream");
    assertThat(answer.body()).contains("SERVICE may only call");
    assertThat(served.send("POST", "query/check", sparql).body()).contains("SERVICE may only call");
    assertNobodyCame();
  }

  @Tag("full")
  @Test
  void a_nesting_beyond_the_limits_is_refused_not_an_internal_error() throws Exception {
    assertNoInternalError(151, 20_000);
  }

  @Test
  @Tag("full")
  void no_nesting_is_an_internal_error() throws Exception {
    assertNoInternalError(1, 2, 5, 20, 75, 149, 250, 499, 999, 1_000, 2_000, 5_000);
  }

  private static void assertNoInternalError(int... sizes) throws Exception {
    List<String> wrong = new ArrayList<>();
    for (var nesting : Nestings.ofQueries().entrySet()) {
      for (int size : sizes) {
        check(size + " " + nesting.getKey(), query(nesting.getValue().apply(size)), wrong);
      }
    }
    for (var nesting : Nestings.ofUpdates().entrySet()) {
      for (int size : sizes) {
        check(size + " " + nesting.getKey(), update(nesting.getValue().apply(size)), wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void check(String name, HttpResponse<String> answer, List<String> wrong) {
    boolean known = Set.of(200, 204, 400, 413, 503).contains(answer.statusCode());
    boolean leaks = Served.internals().stream().anyMatch(answer.body()::contains);
    if (!known || leaks) {
      wrong.add(name + ": " + answer.statusCode() + " " + answer.body());
    }
  }
}
