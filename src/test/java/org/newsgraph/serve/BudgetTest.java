package org.newsgraph.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.newsgraph.serve.Served.EDITOR;
import static org.newsgraph.serve.Served.PASSWORD;
import static org.newsgraph.serve.Served.login;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.serve.security.LoadLimits;

/**
 * Queries and updates end at the time limit, wherever they spend the time, and make no huge texts.
 */
class BudgetTest {
  private static final String PREFIXES =
      "PREFIX fn: <http://www.w3.org/2005/xpath-functions#>"
          + " PREFIX math: <http://www.w3.org/2005/xpath-functions/math#>"
          + " PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"
          + " PREFIX geo: <http://www.opengis.net/ont/geosparql#>"
          + " PREFIX geof: <http://www.opengis.net/def/function/geosparql/>"
          + " PREFIX text: <http://jena.apache.org/text#> ";

  /** Arguments for which Java's matcher takes years. CONCAT keeps them from being constants. */
  private static final String SLOW = "'" + "a".repeat(60) + "!', CONCAT('^(a+)+b\\\\1$', '')";

  /** Expressions that take years, each of them a truth value. */
  private static final List<String> FUNCTIONS =
      List.of(
          "REGEX(" + SLOW + ")",
          "(REPLACE(" + SLOW + ", 'x') = 'y')",
          "fn:matches(" + SLOW + ")",
          "(fn:replace(" + SLOW + ", 'x') = 'y')",
          "CALL(fn:matches, " + SLOW + ")");

  /** Queries with a place for an expression. */
  private static final List<String> POSITIONS =
      List.of(
          "SELECT (%s AS ?x) {}",
          "SELECT * { ?a ?b ?c FILTER %s }",
          "SELECT * { BIND(%s AS ?x) }",
          "SELECT * { ?a ?b ?c } ORDER BY (%s) LIMIT 1",
          "SELECT * { ?a ?b ?c } ORDER BY (%s)",
          "SELECT (COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY ?b HAVING (%s)",
          "SELECT ?g { ?a ?b ?c } GROUP BY (%s AS ?g)",
          "SELECT (SUM(IF(%s, 1, 0)) AS ?n) { ?a ?b ?c }",
          "SELECT (SAMPLE(%s) AS ?n) { ?a ?b ?c }",
          "SELECT (COUNT(DISTINCT %s) AS ?n) { ?a ?b ?c }",
          "SELECT (GROUP_CONCAT(STR(%s)) AS ?n) { ?a ?b ?c }",
          "SELECT (GROUP_CONCAT(DISTINCT STR(%s)) AS ?n) { ?a ?b ?c }",
          "SELECT (SUM(IF(EXISTS { FILTER %s }, 1, 0)) AS ?n) { ?a ?b ?c }",
          "ASK { FILTER NOT EXISTS { FILTER %s } }",
          "ASK { FILTER EXISTS { SELECT (SUM(IF(%s, 1, 0)) AS ?n) { ?a ?b ?c } } }",
          "SELECT * { { SELECT (%s AS ?x) {} } }",
          "SELECT * { {} LATERAL { BIND(%s AS ?x) } }",
          "SELECT * { OPTIONAL { ?a ?b ?c FILTER %s } }",
          "SELECT * { ?a ?b ?c MINUS { ?a ?b ?c FILTER %s } }",
          "SELECT * { {} UNION { FILTER %s } }",
          "SELECT * { GRAPH ?g { ?a ?b ?c FILTER %s } }",
          "CONSTRUCT { <urn:a> <urn:b> ?x } { BIND(%s AS ?x) }",
          "DESCRIBE ?a { ?a ?b ?c FILTER %s }",
          "SELECT (COALESCE(1/0, IF(%s, 1, 2)) AS ?x) {}",
          "SELECT (CONCAT(STR(%s), '') AS ?x) {}",
          "INSERT { GRAPH <urn:late> { <urn:a> <urn:b> ?x } } WHERE { BIND(STR(%s) AS ?x) }",
          "DELETE { GRAPH ?g { ?a ?b ?c } } WHERE { GRAPH ?g { ?a ?b ?c FILTER %s } }",
          "INSERT { GRAPH <urn:late> { <urn:a> <urn:b> ?x } } WHERE"
              + " { SELECT (SUM(IF(%s, 1, 0)) AS ?x) { ?a ?b ?c } }");

  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  /** Time after which a cancelled query must have ended, generous for slow machines. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served =
        new Served(
            folder,
            settings ->
                settings
                    .withTimeout(TIMEOUT)
                    .withLimits(new LoadLimits(0, 16, Duration.ofMinutes(1), 1 << 22), 8 << 20));
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static HttpRequest request(String sparql) {
    boolean updates = sparql.startsWith("INSERT") || sparql.startsWith("DELETE");
    return HttpRequest.newBuilder(
            URI.create(served.server.address() + (updates ? "news/update" : "news/sparql")))
        .header("Content-Type", "application/sparql-" + (updates ? "update" : "query"))
        .header("Authorization", login(EDITOR, PASSWORD))
        .header("Accept", sparql.startsWith("SELECT") ? "text/csv" : "*/*")
        .POST(BodyPublishers.ofString(PREFIXES + sparql))
        .build();
  }

  private static HttpResponse<String> send(String sparql) throws Exception {
    return HttpClient.newHttpClient().send(request(sparql), BodyHandlers.ofString(UTF_8));
  }

  /** Sends all queries at once, and requires that each is cancelled and that none goes on. */
  private static void requireCancelled(List<String> queries) {
    HttpClient client = HttpClient.newHttpClient();
    Map<String, CompletableFuture<HttpResponse<String>>> responses = new LinkedHashMap<>();
    for (String query : queries) {
      responses.put(query, client.sendAsync(request(query), BodyHandlers.ofString(UTF_8)));
    }
    responses.forEach(BudgetTest::requireTimeout);
    requireIdle();
  }

  private static void requireTimeout(
      String query, CompletableFuture<HttpResponse<String>> response) {
    try {
      assertThat(response.join().statusCode()).as(query).isEqualTo(503);
      assertThat(response.join().body()).as(query).contains("timeout");
    } catch (CompletionException e) {
      // A response whose first rows have been sent is broken off.
      assertThat(e).as(query).hasCauseInstanceOf(IOException.class);
    }
  }

  /** Requires that no thread runs a query any more. */
  private static void requireIdle() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (runningQuery().isPresent()) {
      assertThat(System.nanoTime()).as("still runs: %s", runningQuery()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static Optional<String> runningQuery() {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            stack -> Stream.of(stack).anyMatch(it -> it.getClassName().endsWith(".QueryBudget")))
        .map(stack -> stack[0].toString())
        .findFirst();
  }

  @Test
  void every_slow_function_ends_at_the_time_limit() {
    requireCancelled(FUNCTIONS.stream().map(POSITIONS.get(0)::formatted).toList());
  }

  @Test
  void a_slow_function_ends_in_every_position() {
    requireCancelled(POSITIONS.stream().map(it -> it.formatted(FUNCTIONS.get(0))).toList());
  }

  @Tag("full")
  @ParameterizedTest
  @MethodSource("positions")
  void every_slow_function_ends_in_every_position(String position) {
    requireCancelled(FUNCTIONS.stream().map(position::formatted).toList());
  }

  static Stream<String> positions() {
    return POSITIONS.stream();
  }

  @Test
  void products_sorts_and_paths_end_at_the_time_limit() {
    String product = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    requireCancelled(
        List.of(
            "SELECT (COUNT(*) AS ?n) " + product,
            "SELECT ?c ?l " + product + " ORDER BY ?c ?f ?i ?l",
            "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT * " + product + " }",
            "SELECT (COUNT(DISTINCT *) AS ?n) " + product,
            "SELECT ?a (COUNT(*) AS ?n) " + product + " GROUP BY ?a ?d ?g ?j",
            "SELECT * " + product + " OFFSET 1000000000000 LIMIT 1",
            "DESCRIBE ?a ?l " + product,
            "SELECT (COUNT(*) AS ?n) { ?a ((<urn:x>|!<urn:y>)+/^(<urn:x>|!<urn:y>)*)* ?b ."
                + " ?c ((<urn:x>|!<urn:y>)+/^(<urn:x>|!<urn:y>)*)* ?d }",
            "SELECT (COUNT(*) AS ?n) { ?a (!<urn:y>|^!<urn:y>){1,12} ?b }",
            "INSERT { GRAPH <urn:late> { ?a <urn:b> ?l } } WHERE " + product,
            "INSERT { GRAPH <urn:late> { ?a <urn:b> ?l } } WHERE { SELECT ?a ?l "
                + product
                + " ORDER BY ?c ?f ?i ?l }"));
  }

  @Test
  void an_update_that_exceeds_its_time_changes_nothing_and_the_next_one_succeeds()
      throws Exception {
    requireCancelled(List.of(POSITIONS.get(POSITIONS.size() - 3).formatted(FUNCTIONS.get(0))));
    assertThat(send("INSERT DATA { GRAPH <urn:next> { <urn:a> <urn:b> 'c' } }").statusCode())
        .isEqualTo(204);
    assertThat(send("SELECT ?g { GRAPH ?g { <urn:a> <urn:b> ?c } }").body())
        .contains("urn:next")
        .doesNotContain("urn:late");
  }

  @Test
  void the_graph_store_answers_within_the_time_limit_as_before() throws Exception {
    String graph = "news/data?graph=urn:stored";
    String turtle = "<urn:a> <urn:b> 'c' .";
    String[] editor = {"Authorization", login(EDITOR, PASSWORD), "Content-Type", "text/turtle"};
    assertThat(served.send("PUT", graph, turtle, editor).statusCode()).isEqualTo(201);
    assertThat(served.get(graph, "Accept", "text/turtle").body()).contains("urn:b");
    assertThat(served.send("DELETE", graph, null, editor).statusCode()).isEqualTo(204);
    assertThat(served.get(graph, "Accept", "text/turtle").statusCode()).isEqualTo(404);
  }

  private static String repeated(String function) {
    StringBuilder query = new StringBuilder("SELECT (STRLEN(?t30) AS ?n) { BIND('xx' AS ?t0)");
    for (int i = 0; i < 30; i++) {
      query.append(" BIND(").append(function.replace("?t", "?t" + i)).append(" AS ?t");
      query.append(i + 1).append(")");
    }
    return query.append(" }").toString();
  }

  static Stream<String> longTexts() {
    return Stream.of(
        repeated("CONCAT(?t, ?t)"),
        repeated("fn:concat(?t, ?t)"),
        repeated("CALL(fn:concat, ?t, ?t)"),
        repeated("REPLACE(?t, 'x', '" + "x".repeat(1000) + "')"),
        repeated("fn:replace(?t, 'x', '" + "x".repeat(1000) + "')"),
        "SELECT (ENCODE_FOR_URI(REPLACE(REPLACE('"
            + "x".repeat(1000)
            + "', 'x', '"
            + "x".repeat(1000)
            + "'), 'x', 'é')) AS ?x) {}",
        "SELECT (STRLEN(GROUP_CONCAT(CONCAT(STR(?c), '"
            + "x".repeat(10_000)
            + "'))) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
        "SELECT (CONTAINS(REPLACE('"
            + "x".repeat(1000)
            + "', 'x', '"
            + "a".repeat(2000)
            + "'), CONCAT('"
            + "a".repeat(2000)
            + "', 'b')) AS ?x) {}");
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void a_very_long_text_is_refused(String query) throws Exception {
    HttpResponse<String> response = send(query);
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).contains("characters");
  }

  @Test
  void a_very_long_number_is_refused_before_it_is_parsed() throws Exception {
    for (String query :
        List.of(
            "SELECT (" + "9".repeat(1_000_000) + " + 1 AS ?x) {}",
            "SELECT ('" + "9".repeat(1_000_000) + "'^^xsd:integer + 1 AS ?x) {}",
            "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> " + "9".repeat(1_000_000) + " } }")) {
      HttpResponse<String> response = send(query);
      assertThat(response.statusCode()).isEqualTo(413);
      assertThat(response.body()).contains("digits");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "math:pow(10, 100000000)",
        "fn:round(1.5, 1000000000)",
        "fn:round-half-to-even(1.5, 1000000000)",
        "xsd:integer(REPLACE('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'x', '%s'))",
        "STRDT(REPLACE('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'x', '%s'), xsd:integer)",
        "geof:envelope(STRDT(CONCAT(REPLACE('%s', '9', 'GEOMETRYCOLLECTION('), 'POINT(0 0)',"
            + " REPLACE('%s', '9', ')')), geo:wktLiteral))"
      })
  void a_value_that_takes_too_long_to_compute_is_an_error_of_the_expression(String expression)
      throws Exception {
    HttpResponse<String> response =
        send("SELECT (" + expression.replace("%s", "9".repeat(5000)) + " AS ?x) {}");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body().lines()).containsExactly("x", "");
  }

  @Test
  void products_of_long_numbers_are_errors_of_the_expression() throws Exception {
    HttpResponse<String> response =
        send(
            repeated("(?t * ?t)")
                .replace("'xx'", "99999999999999999999")
                .replace("STRLEN(?t30)", "STRLEN(STR(?t30))"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body().lines()).containsExactly("n", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REGEX('Aleppo', '^a', 'i')",
        "REGEX('Aleppo'@en, 'lepp')",
        "REPLACE('Aleppo', '(p+)', '<$1>')",
        "REPLACE('Aleppo'@en, 'P', 'b', 'i')",
        "REPLACE('Aleppo', 'x', 'y')",
        "REPLACE('Aleppo', 'p', '$9')",
        "REPLACE(7, 'p', 'q')",
        "REGEX(REPLACE('xxxxxxxxxxxxxxxxxxxx', 'x', 'abababab'), '^(a|b)*$')",
        "fn:matches('Aleppo', 'pp')",
        "fn:replace('Aleppo', 'p', 'b')",
        "fn:concat('Ada ', 'Novak')",
        "fn:contains('Aleppo', 'lep')",
        "fn:substring-before('Aleppo', 'pp')",
        "fn:substring-after('Aleppo', 'pp')",
        "fn:round(2.567, 2)",
        "fn:round(2.5)",
        "CALL(fn:matches, 'Aleppo', 'pp')",
        "CONCAT('a'@en, 'b'@en)",
        "CONCAT('a'@en, 'b')",
        "CONCAT()",
        "CONTAINS('Aleppo', 'pp')",
        "STRBEFORE('Aleppo'@en, 'p')",
        "STRAFTER('Aleppo', 'z')",
        "STRDT('7', xsd:integer)",
        "STRDT('POINT(1 2)', <urn:type>)",
        "ENCODE_FOR_URI('é /')",
        "math:pow(2, 10)",
        "math:pow(2, -1)",
        "math:pow(2.5, 2)",
        "6 * 7",
        "1.5 * 2",
        "7 / 2",
        "1 / 0",
        "xsd:integer('42')",
        "xsd:date('2016-10-13')",
        "xsd:string(7)"
      })
  void a_bounded_function_has_the_same_value_as_that_of_jena(String expression) throws Exception {
    String query = PREFIXES + "SELECT (" + expression + " AS ?x) {}";
    String expected;
    try (QueryExec plain = QueryExec.dataset(DatasetGraphFactory.empty()).query(query).build()) {
      expected = String.valueOf(plain.select().next().get("x"));
    }
    String body = send("SELECT (" + expression + " AS ?x) {}").body();
    String value =
        served.store.read(
            dataset -> {
              try (QueryExec bounded = QueryExec.dataset(dataset).query(query).build()) {
                return String.valueOf(bounded.select().next().get("x"));
              }
            });
    assertThat(value).isEqualTo(expected);
    assertThat(body).startsWith("x");
  }

  @Test
  void a_bounded_aggregate_has_the_same_value_as_that_of_jena() throws Exception {
    String rows = " { VALUES ?x { 'b' 'a' 'b' } }";
    assertThat(send("SELECT (GROUP_CONCAT(?x) AS ?t)" + rows).body()).contains("b a b");
    assertThat(send("SELECT (GROUP_CONCAT(DISTINCT ?x; separator='/') AS ?t)" + rows).body())
        .contains("b/a")
        .doesNotContain("b/a/");
    assertThat(send("SELECT (GROUP_CONCAT(?y) AS ?t) { VALUES ?x { 1 } }").body().lines())
        .containsExactly("t", "");
    assertThat(send("SELECT (GROUP_CONCAT(?x) AS ?t) { FILTER(false) }").body().lines())
        .containsExactly("t", "\"\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/(.*a.*){20}b{500}/",
        "((((((((((((((((((((((a))))))))))))))))))))))",
        "%fuzzy",
        "%many"
      })
  void a_text_query_that_takes_too_long_is_refused(String query) throws Exception {
    String words =
        query
            .replace("%fuzzy", "word~2 ".repeat(100))
            .replace("%many", "\\\"" + "the of a ".repeat(300) + "\\\"~100000");
    HttpResponse<String> response = send("SELECT * { ?s text:query '" + words + "' }");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("text query").doesNotContain("Exception");
  }
}
