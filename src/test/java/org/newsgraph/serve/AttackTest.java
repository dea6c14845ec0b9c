package org.newsgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.newsgraph.serve.Served.EDITOR;
import static org.newsgraph.serve.Served.PASSWORD;
import static org.newsgraph.serve.Served.READER;
import static org.newsgraph.serve.Served.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.HandMade;
import org.newsgraph.serve.security.LoadLimits;
import org.newsgraph.serve.transport.TrustedProxies;

/** Attacks on a public server: each gets the expected status and is logged. */
class AttackTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String UPDATE = "application/sparql-update";
  private static final String INSERT = "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> <urn:c> } }";

  @TempDir static Path folder;
  private static Served served;
  private static ServerSocket inside;

  @BeforeAll
  static void serve() throws IOException {
    served =
        new Served(
            folder,
            settings ->
                settings
                    .withTimeout(Duration.ofSeconds(1))
                    .withLimits(new LoadLimits(0, 8, Duration.ofSeconds(10), 1 << 20), 8 << 20));
    // An internal server that attackers try to reach; it must never get a request.
    inside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterAll
  static void close() throws IOException {
    served.close();
    inside.close();
  }

  /**
   * An attack.
   *
   * @param status the accepted statuses of the response
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Attack(
      String name, String method, String path, String body, List<String> headers, int... status) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Attack query(String name, String sparql, int... status) {
    return new Attack(
        name, "POST", "news/sparql", sparql, type("application/sparql-query"), status);
  }

  private static Attack update(String name, String sparql, int... status) {
    return new Attack(name, "POST", "news/update", sparql, editor(UPDATE), status);
  }

  private static Attack get(String name, String path, int... status) {
    return new Attack(name, "GET", path, null, List.of(), status);
  }

  private static Attack webhook(String name, String url, int... status) {
    return new Attack(
        name,
        "POST",
        "api/webhooks",
        "{\"url\":\"" + url + "\",\"about\":\"Aleppo\"}",
        editor("application/json"),
        status);
  }

  private static List<String> type(String type) {
    return List.of("Content-Type", type);
  }

  private static List<String> editor(String type) {
    return List.of("Content-Type", type, "Authorization", login(EDITOR, PASSWORD));
  }

  private static List<String> and(List<String> headers, String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.addAll(List.of(name, value));
    return more;
  }

  static Stream<Attack> attacks() {
    String here = "http://127.0.0.1:" + inside.getLocalPort() + "/";
    return Stream.of(
        // Server-side request forgery.
        query(
            "SERVICE to an internal address",
            "SELECT * { SERVICE <" + here + "> { ?s ?p ?o } }",
            403),
        query("SERVICE SILENT", "SELECT * { SERVICE SILENT <" + here + "> { ?s ?p ?o } }", 403),
        query(
            "SERVICE with a variable",
            "SELECT * { VALUES ?x { <" + here + "> } SERVICE ?x { ?s ?p ?o } }",
            403),
        query(
            "SERVICE inside a subquery",
            "SELECT * { { SELECT * { SERVICE <" + here + "> { ?s ?p ?o } } } }",
            403),
        query(
            "SERVICE inside EXISTS",
            "ASK { ?a ?b ?c FILTER EXISTS { SERVICE <" + here + "> { ?s ?p ?o } } }",
            403),
        query(
            "SERVICE inside MINUS",
            "ASK { ?a ?b ?c MINUS { SERVICE <" + here + "> { ?s ?p ?o } } }",
            403),
        query("SERVICE to a file", "SELECT * { SERVICE <file:///etc/passwd> { ?s ?p ?o } }", 403),
        query(
            "SERVICE to a cloud's metadata",
            "SELECT * { SERVICE <http://169.254.169.254/latest/> { ?s ?p ?o } }",
            403),
        query(
            "SERVICE with ARQ's loop",
            "SELECT * { ?s ?p ?o SERVICE <loop:cache:bulk:" + here + "> { ?s ?p ?o } }",
            403),
        query("FROM an internal address", "SELECT * FROM <" + here + "> { ?s ?p ?o }", 200),
        query("FROM a file", "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", 200),
        update("LOAD from an internal address", "LOAD <" + here + ">", 403),
        update(
            "LOAD SILENT from a file", "LOAD SILENT <file:///etc/passwd> INTO GRAPH <urn:g>", 403),
        update("LOAD after a harmless update", "CLEAR GRAPH <urn:none> ; LOAD <" + here + ">", 403),
        update(
            "SERVICE inside an update",
            "INSERT { <urn:a> <urn:b> ?o } WHERE { SERVICE <" + here + "> { ?s ?p ?o } }",
            403),
        new Attack(
            "a webhook to an internal address",
            "POST",
            "api/webhooks",
            "{\"url\":\"" + here + "\",\"about\":\"Aleppo\"}",
            editor("application/json"),
            403),
        new Attack(
            "a webhook to localhost by name",
            "POST",
            "api/webhooks",
            "{\"url\":\"http://localhost/\",\"about\":\"Aleppo\"}",
            editor("application/json"),
            403),
        new Attack(
            "a webhook to an IPv6 loopback",
            "POST",
            "api/webhooks",
            "{\"url\":\"http://[::1]/\",\"about\":\"Aleppo\"}",
            editor("application/json"),
            403),
        new Attack(
            "a webhook to an IPv4 address in IPv6",
            "POST",
            "api/webhooks",
            "{\"url\":\"http://[::ffff:127.0.0.1]/\",\"about\":\"Aleppo\"}",
            editor("application/json"),
            403),
        new Attack(
            "a webhook to a decimal address",
            "POST",
            "api/webhooks",
            "{\"url\":\"http://2130706433/\",\"about\":\"Aleppo\"}",
            editor("application/json"),
            403,
            400),
        webhook("a webhook to an address in octal", "http://0177.0.0.1/", 400),
        webhook("a webhook to an IPv4 address in 6to4", "http://[2002:7f00:1::]/", 403),
        webhook("a webhook to a translated address", "http://[::ffff:0:127.0.0.1]/", 403),
        webhook("a webhook to a reserved address", "http://198.18.0.1/", 403),
        webhook("a webhook to a port that is none", "http://8.8.8.8:99999/", 400),
        webhook("a webhook with a login", "http://8.8.8.8@127.0.0.1/", 400),
        new Attack(
            "a webhook to a file",
            "POST",
            "api/webhooks",
            "{\"url\":\"file:///etc/passwd\",\"about\":\"Aleppo\"}",
            editor("application/json"),
            400),
        // Code execution.
        query("a function of Java", "SELECT (<java:java.lang.System>() AS ?x) {}", 403),
        query(
            "a property function of Java",
            "SELECT * { ?x <java:org.apache.jena.sparql.pfunction.library.str> ?y }",
            403),
        query(
            "a function of JavaScript",
            "SELECT (<http://jena.apache.org/ARQ/jsFunction#x>() AS ?x) {}",
            403),
        query(
            "a function of Java in an aggregate",
            "SELECT (SUM(<java:org.apache.jena.sparql.function.library.now>()) AS ?x) {}",
            403),
        query(
            "a function of Java by CALL",
            "SELECT (CALL(IRI(CONCAT('ja', 'va:a.B'))) AS ?x) {}",
            403),
        query("a custom aggregate of Java", "SELECT (AGG <java:a.B>(?x) AS ?y) { ?x ?p ?o }", 403),
        query(
            "a function that waits",
            "SELECT (<http://jena.apache.org/ARQ/function#wait>(15000) AS ?x) {}",
            403),
        query(
            "a function of Java in an EXISTS",
            "ASK { ?a ?b ?c FILTER EXISTS { FILTER(<java:a.B>(?a)) } }",
            403),
        // Access to files.
        get("path traversal", "article/../../../etc/passwd", 404, 400),
        get("path traversal, percent-encoded", "article/%2e%2e/%2e%2e/%2e%2e/etc/passwd", 404, 400),
        get("path traversal, encoded twice", "article/%252e%252e%252fetc%252fpasswd", 404),
        get("path traversal with backslashes", "style.css/..%5c..%5cetc%5cpasswd", 404, 400),
        get("the database's own files", "newsgraph.properties", 404),
        get("a null byte", "entity/Ada%00Novak", 404, 400),
        get("bytes that are no UTF-8", "entity/%ff%fe", 400),
        get("metrics in another spelling", "%24/metrics", 404),
        get("metrics behind a dot segment", "$/./metrics", 404),
        get(
            "bytes that are no UTF-8 in a query",
            "news/sparql?query=ASK%7B%3Fs%20%3Fp%20%22%ff%22%7D",
            400),
        new Attack(
            "a charset that is none",
            "POST",
            "api/articles",
            "{\"id\":\"x\",\"text\":\"x\"}",
            editor("application/json; charset=bogus"),
            415),
        new Attack(
            "an article without an address",
            "POST",
            "api/articles",
            "{\"id\":\"..\",\"text\":\"x\"}",
            editor("application/json"),
            400),
        new Attack(
            "very many articles",
            "POST",
            "api/articles",
            "[" + "{},".repeat(100_000) + "{}]",
            editor("application/json"),
            413),
        // Changes to the database.
        new Attack("an update without a login", "POST", "news/update", INSERT, type(UPDATE), 401),
        new Attack(
            "an update by a reader",
            "POST",
            "news/update",
            INSERT,
            List.of("Content-Type", UPDATE, "Authorization", login(READER, PASSWORD)),
            403),
        new Attack(
            "an update sent to the queries", "POST", "news/sparql", INSERT, type(UPDATE), 415, 400),
        new Attack(
            "an update by GET",
            "GET",
            "news/update?update=CLEAR%20ALL",
            null,
            editor(UPDATE),
            405,
            404),
        new Attack(
            "a graph put without a login",
            "PUT",
            "news/data?graph=urn:g",
            "<urn:a> <urn:b> <urn:c> .",
            type("text/turtle"),
            401),
        new Attack(
            "a graph deleted without a login", "DELETE", "news/data?default", null, List.of(), 401),
        new Attack(
            "an article deleted without a login",
            "DELETE",
            "api/articles/harbour%201",
            null,
            List.of(),
            401),
        new Attack("a backup without a login", "POST", "$/backup", "", List.of(), 401),
        new Attack(
            "a write from another site's page",
            "POST",
            "news/update",
            INSERT,
            and(editor(UPDATE), "Origin", "https://evil.example"),
            403),
        new Attack(
            "a write from another site's frame",
            "POST",
            "news/update",
            INSERT,
            and(editor(UPDATE), "Sec-Fetch-Site", "cross-site"),
            403),
        new Attack(
            "a write from nowhere",
            "POST",
            "news/update",
            INSERT,
            and(editor(UPDATE), "Origin", "null"),
            403),
        new Attack("a method of Jetty's", "TRACE", "", null, List.of(), 401, 405),
        // Denial of service by processor time or memory.
        query(
            "brackets in brackets",
            "SELECT * { " + "{".repeat(5000) + "}".repeat(5000) + " }",
            400),
        query(
            "many parentheses",
            "SELECT * { FILTER(" + "(".repeat(5000) + "1" + ")".repeat(5000) + ") }",
            400),
        query("many nots", "SELECT * { FILTER(" + "!".repeat(20000) + "true) }", 400),
        query(
            "a long chain of unions",
            "SELECT * { {?a ?b ?c}" + " UNION {?a ?b ?c}".repeat(20000) + " }",
            400),
        query(
            "EXISTS in EXISTS, which the optimizer doubles",
            "ASK { " + "FILTER EXISTS { ?a ?b ?c ".repeat(40) + "}".repeat(41),
            400),
        query(
            "a path of two thousand million steps", "SELECT * { ?a <urn:p>{2000000000} ?b }", 400),
        query(
            "depth hidden by a comment",
            "# "
                + ")".repeat(60000)
                + "\nASK { FILTER("
                + "(".repeat(5000)
                + "1"
                + ")".repeat(5001)
                + " }",
            400),
        query("half a million values", "ASK { VALUES ?x { " + "1 ".repeat(500_000) + "} }", 413),
        query(
            "a path in a path",
            "SELECT * { ?a " + "(".repeat(4000) + "<urn:p>" + ")*".repeat(4000) + " ?b }",
            400),
        query(
            "a replacement that never ends",
            "SELECT (REPLACE('" + "a".repeat(60) + "!', '^(a+)+b\\\\1$', 'b') AS ?x) {}",
            503),
        query(
            "a regular expression from the data",
            "SELECT * { ?s ?p ?o . BIND('^(a+)+b\\\\1$' AS ?r) FILTER REGEX('"
                + "a".repeat(60)
                + "!', ?r) }",
            503),
        query(
            "a text query of too many terms",
            "SELECT * { ?s <http://jena.apache.org/text#query> '/(a|b)*(a|b)*[ab]{900}x/' }",
            400,
            503),
        query(
            "a text query that is none",
            "SELECT * { ?s <http://jena.apache.org/text#query> '((((\"' }",
            400),
        query(
            "a text query with a broken regular expression",
            "SELECT * { ?s <http://jena.apache.org/text#query> '/(/' }",
            400),
        query(
            "highlighting marks that are an expression",
            "SELECT * { (?s ?x ?l) <http://jena.apache.org/text#query> ('novak' 'highlight:s:(a+)+$ | e:x') }",
            400),
        query(
            "a product without end",
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c != ?l) }",
            503),
        query(
            "OPTIONAL with NOT EXISTS",
            "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i OPTIONAL { ?j ?k ?l FILTER NOT EXISTS { ?l ?m ?a . ?x ?y ?z } } FILTER(?c = ?i && ?l = 'no') }",
            503),
        query(
            "a sort of very much",
            "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i",
            503),
        query(
            "a path through everything",
            "SELECT (COUNT(*) AS ?n) { ?a (<urn:x>|!<urn:y>)* ?b . ?c (<urn:x>|!<urn:y>)* ?d }",
            503),
        query(
            "a group of very much",
            "SELECT ?c (COUNT(DISTINCT ?i) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } GROUP BY ?c",
            503),
        new Attack(
            "a longer time than is given",
            "POST",
            "news/sparql?timeout=3600",
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c != ?l) }",
            type("application/sparql-query"),
            503),
        new Attack(
            "a request that is too long",
            "POST",
            "news/sparql",
            "#" + "x".repeat(2 << 20),
            type("application/sparql-query"),
            413),
        new Attack(
            "a request packed again and again",
            "POST",
            "news/data?graph=urn:g",
            "x",
            and(editor("text/turtle"), "Content-Encoding", "gzip"),
            415),
        new Attack(
            "JSON in JSON in JSON",
            "POST",
            "api/articles",
            "[".repeat(100_000),
            editor("application/json"),
            400),
        new Attack(
            "a reconciliation query in itself",
            "POST",
            "reconcile",
            "queries=" + "[".repeat(10_000),
            type("application/x-www-form-urlencoded"),
            400),
        new Attack(
            "entities of XML",
            "PUT",
            "news/data?graph=urn:g",
            "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'x'><!ENTITY b SYSTEM 'file:///etc/passwd'>]><r>&b;</r>",
            editor("application/rdf+xml"),
            400),
        // Malformed requests.
        new Attack(
            "a type that is none", "POST", "news/sparql", "SELECT * {}", type("text/plain"), 415),
        new Attack(
            "Turtle that is JSON",
            "PUT",
            "news/data?graph=urn:g",
            "{\"a\":1}",
            editor("text/turtle"),
            400),
        new Attack(
            "articles as a form",
            "POST",
            "api/articles",
            "a=b",
            editor("application/x-www-form-urlencoded"),
            415),
        new Attack(
            "a form that is a query and an update",
            "POST",
            "news/sparql",
            "query=ASK%7B%7D&update=CLEAR%20ALL",
            type("application/x-www-form-urlencoded"),
            200,
            400),
        get(
            "words to break the text index",
            "api/search?q=%2B-%26%26%7C%7C%21%28%29%7B%7D%5B%5D%5E%22~%2A%3F%3A%5C%2F",
            400),
        get("SPARQL in a name", "api/statements?speaker=%22%20%7D%20DROP%20ALL%20%23", 200),
        get("SPARQL in a date", "api/statements?from=2016%22%29%7D%20%23", 400),
        get("an offset beyond all", "api/statements?offset=2147483647", 400));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void an_attack_gets_its_answer_and_leaves_a_trace(Attack attack) throws Exception {
    int before = served.logged().size();
    HttpResponse<String> answer =
        served.send(
            attack.method(), attack.path(), attack.body(), attack.headers().toArray(String[]::new));
    assertThat(attack.status()).as(answer.body()).contains(answer.statusCode());
    for (String inner : Served.internals()) {
      assertThat(answer.body()).doesNotContain(inner);
    }
    if (answer.body().contains("the request is malformed")) {
      // Jetty refused the input before it became a request, so it is not logged.
      return;
    }
    String place = URI.create("/" + attack.path()).getPath();
    awaitTrace(
        before,
        it ->
            it.path("status").asInt() == answer.statusCode()
                && it.path("method").asText().equals(attack.method()),
        place);
    assertThat(served.query("ASK { GRAPH <urn:g> { ?s ?p ?o } }").body()).contains("false");
    inside.setSoTimeout(1);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> inside.accept())
        .isInstanceOf(java.net.SocketTimeoutException.class);
  }

  @Test
  void the_list_is_long() {
    assertThat(attacks().count()).isGreaterThanOrEqualTo(40);
  }

  @Test
  void guessing_passwords_is_stopped() throws Exception {
    try (Served other = new Served(folder.resolve("guess"), it -> it)) {
      int refused = 0;
      for (int i = 0; i < 12; i++) {
        var answer =
            other.send(
                "POST",
                "news/update",
                INSERT,
                "Content-Type",
                UPDATE,
                "Authorization",
                login(EDITOR, "guess " + i));
        refused += answer.statusCode() == 429 ? 1 : 0;
      }
      assertThat(refused).isEqualTo(2);
      var right =
          other.send(
              "POST",
              "news/update",
              INSERT,
              "Content-Type",
              UPDATE,
              "Authorization",
              login(EDITOR, PASSWORD));
      assertThat(right.statusCode()).isEqualTo(429);
      assertThat(right.headers().firstValue("Retry-After")).contains("300");
      assertThat(String.join("\n", other.logged())).contains("too many failed logins");
    }
  }

  @Test
  void too_many_requests_are_told_to_wait() throws Exception {
    try (Served other =
        new Served(
            folder.resolve("rate"),
            it -> it.withLimits(new LoadLimits(1, 8, Duration.ofSeconds(1), 1 << 20), 1 << 20))) {
      List<Integer> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(other.get("api").statusCode());
      }
      assertThat(answers).startsWith(200, 200, 200).contains(429);
      assertThat(other.get("$/ping").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void an_answer_that_is_too_long_is_broken_off_not_ended() throws Exception {
    String all = "SELECT * { ?a ?b ?c . ?d ?e ?f }";
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> served.query(all))
        .isInstanceOf(IOException.class);
    awaitTrace(0, it -> it.path("reason").asText().startsWith("truncated: "), "long answer");
  }

  @Test
  void a_server_ends_at_once_though_an_answer_was_broken_off() throws Exception {
    LoadLimits limits = new LoadLimits(0, 8, Duration.ofSeconds(10), 1 << 20);
    Served other = new Served(folder.resolve("broken off"), it -> it.withLimits(limits, 1 << 16));
    other.put(HandMade.harbour());
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                other.send(
                    "POST",
                    "news/sparql",
                    "SELECT * { ?a ?b ?c . ?d ?e ?f }",
                    "Content-Type",
                    "application/sparql-query"))
        .isInstanceOf(IOException.class);
    assertTimeoutPreemptively(Duration.ofSeconds(20), other::close);
  }

  @Test
  void what_an_article_says_stays_text_in_a_page() throws Exception {
    String evil = "<script>alert(1)</script>\" onload='x' <img src=x onerror=y>";
    Metadata metadata =
        new Metadata(
            Optional.of(evil),
            List.of(evil),
            Optional.of(evil),
            Optional.empty(),
            Optional.of("javascript:alert(1)"),
            Optional.empty());
    served.put(
        new Extraction(
            new Article("evil", new Text(evil + " Text."), metadata),
            List.of(),
            List.of(),
            List.of()));
    var page = served.get("article/evil", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>", "<img", "href=\"javascript:");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    var search = served.get("search?q=%22%3E%3Cscript%3Ealert%3C/script%3E");
    assertThat(search.body()).doesNotContain("<script>");
    served.store.delete("evil");
  }

  @Test
  void a_line_break_in_a_request_makes_no_line_in_the_log() throws Exception {
    int before = served.logged().size();
    served.get("entity/a%0d%0a%7b%22forged%22:true%7d", "User-Agent", "x\"}{\"forged\":true");
    List<JsonNode> lines = traces(before, 1);
    assertThat(lines).isNotEmpty();
    for (JsonNode line : lines) {
      assertThat(line.has("forged")).isFalse();
      assertThat(line.has("status")).isTrue();
    }
  }

  @Test
  void a_line_break_in_a_name_makes_no_header() throws Exception {
    String answer =
        served.raw(
            "GET /entity/Ada_Novak%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("\nSet-Cookie");
    assertThat(served.raw("GET /entity/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("org.");
  }

  @Test
  void two_lengths_are_refused() throws Exception {
    String answer =
        served.raw(
            "POST /news/sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding:"
                + " chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("smuggled");
  }

  @Test
  void headers_without_end_are_refused() throws Exception {
    String answer =
        served.raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 431");
  }

  @Test
  void who_sends_slowly_stops_nobody_else() throws Exception {
    URI address = URI.create(served.server.address());
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        String half =
            i % 2 == 0
                ? "GET /news/sparql HTTP/1.1\r\nHost: x\r\nX-Slow: "
                : "POST /news/sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query"
                    + "\r\nContent-Length: 1000\r\n\r\nSEL";
        socket.getOutputStream().write(half.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        slow.add(socket);
      }
      long begin = System.nanoTime();
      assertThat(served.query("ASK { ?s ?p ?o }").body()).contains("true");
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void who_may_not_know_how_the_server_fares_is_not_told() throws Exception {
    assertThat(served.get("$/metrics").body()).contains("jvm_memory_used_bytes");
    try (Served proxied =
        new Served(folder.resolve("proxied"), it -> it.withProxies(TrustedProxies.LOOPBACK))) {
      assertThat(proxied.get("$/metrics").statusCode()).isEqualTo(401);
      proxied.get("api", "X-Forwarded-For", "203.0.113.9");
      long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (!String.join("\n", proxied.logged()).contains("203.0.113.9")) {
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.onSpinWait();
      }
    }
    served.get("api", "X-Forwarded-For", "203.0.113.9");
    assertThat(String.join("\n", served.logged())).doesNotContain("203.0.113.9");
  }

  @Test
  void a_closed_server_tells_nobody_without_a_login() throws Exception {
    try (Served closed =
        new Served(
            folder.resolve("closed"), it -> it.withLogins(it.logins().orElseThrow(), true))) {
      for (String path :
          List.of(
              "",
              "api",
              "api/statements",
              "entity/Ada_Novak",
              "reconcile",
              "feed.atom?q=x",
              ".well-known/void",
              "news/sparql?query=ASK%7B%7D",
              "news/data?default")) {
        assertThat(closed.get(path).statusCode()).as(path).isEqualTo(401);
      }
      assertThat(closed.get("api", "Authorization", login(READER, PASSWORD)).statusCode())
          .isEqualTo(200);
    }
  }

  /** Waits for a line of the log, which is written after the response was sent. */
  private static void awaitTrace(int from, Predicate<JsonNode> trace, String what)
      throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (traces(from, 0).stream().noneMatch(trace)) {
      assertThat(System.nanoTime()).as("no trace of " + what).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  /** Returns the lines of the log from a number on; waits until there are enough of them. */
  private static List<JsonNode> traces(int from, int least) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    List<String> lines = served.logged();
    while (lines.size() < from + least && System.nanoTime() < end) {
      Thread.onSpinWait();
      lines = served.logged();
    }
    List<JsonNode> traces = new ArrayList<>();
    for (String line : lines.subList(from, lines.size())) {
      traces.add(MAPPER.readTree(line));
    }
    return traces;
  }
}
