package org.newsgraph.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.serve.http.Route;
import org.newsgraph.serve.security.LoadLimits;

/**
 * Two thousand requests, each valid but for some mutations, to all routes. No response is an error
 * of the server, shows internals or lacks the security headers, and errors have the format of their
 * route.
 */
final class MutatedRequestsTest {
  private static final int REQUESTS = 2000;
  private static final long SEED = 29;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Paths that Fuseki and the server for assistants answer, and paths that nobody answers. */
  private static final List<String> OTHER_PATHS =
      List.of(
          "/news/sparql",
          "/news/update",
          "/news/data",
          "/news",
          "/mcp",
          "/$/metrics",
          "/$/stats",
          "/nothing");

  private static final List<String> METHODS =
      List.of(
          "GET",
          "GET",
          "GET",
          "POST",
          "POST",
          "POST",
          "HEAD",
          "PUT",
          "DELETE",
          "PATCH",
          "OPTIONS",
          "TRACE",
          "PROPFIND",
          "get",
          "X");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/x-www-form-urlencoded",
          "application/sparql-query",
          "application/sparql-update",
          "application/x-ndjson",
          "text/turtle",
          "application/ld+json",
          "application/rdf+xml",
          "application/n-quads",
          "text/plain",
          "multipart/form-data; boundary=x",
          "multipart/form-data",
          "application/json; charset=bogus",
          "application/json; charset=utf-16",
          "application/x-www-form-urlencoded; charset=%",
          "application/sparql-query; charset=\"",
          "text/turtle;charset=",
          "x",
          "/",
          "application/json, text/html",
          "");

  private static final List<String> BODIES =
      List.of(
          "",
          "{}",
          "[]",
          "null",
          "7",
          "\"x",
          "{\"id\":\"x\",\"text\":\"It rained.\"}",
          "{\"id\":\"..\",\"text\":\"It rained.\"}",
          "{\"id\":\"a\\u0000\\nb${x}\",\"text\":\"It rained.\"}",
          "{\"url\":\"http://127.0.0.1/\",\"q\":\"x\"}",
          "{\"url\":7,\"q\":{\"a\":[]},\"about\":null}",
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}",
          "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":null}",
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search\",\"arguments\":{\"words\":\"((\",\"limit\":1e99}}}",
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"sparql\",\"arguments\":{\"query\":[]}}}",
          "[".repeat(2000),
          "{\"a\":".repeat(500),
          "ASK { ?s ?p ?o }",
          "SELECT * { ?s <http://jena.apache.org/text#query> '((((' }",
          "SELECT * { ?s <http://jena.apache.org/text#query> ('x' 'y' 'z' -1) }",
          "DESCRIBE <x y>",
          "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 1",
          "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> 'x' } }",
          "INSERT DATA { GRAPH ?g { ?a ?b ?c } }",
          "<urn:a> <urn:b> <urn:c> .",
          "<urn:a> <urn:b> \"x\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
          "@prefix : <> . :a",
          "{\"@id\":\"urn:a\",\"urn:b\":\"c\"}",
          "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY b SYSTEM 'file:///x'>]><r>&b;</r>",
          "query=ASK%7B%7D",
          "query=%zz&query=%ff",
          "update=CLEAR%20ALL",
          "text=It+rained.&title=x",
          "kind=merge&entity=((((&other=%5C",
          "kind=rename&entity=entity/Ada_Novak&name=%24%7Bx%7D%5C",
          "queries=%7B%22q%22%3A%7B%22query%22%3A%22x%22%7D%7D",
          "queries=%7B%22q%22%3A7%7D&extend=%5B%5D",
          "a=b&".repeat(9000),
          "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--",
          "\u0000\u0001\u00ff\u00fe");

  private static final List<String> NAMES =
      List.of(
          "q",
          "query",
          "update",
          "speaker",
          "about",
          "from",
          "to",
          "kind",
          "status",
          "limit",
          "offset",
          "page",
          "sort",
          "entity",
          "iri",
          "id",
          "prefix",
          "cursor",
          "callback",
          "type",
          "queries",
          "extend",
          "name",
          "other",
          "article",
          "graph",
          "default",
          "default-graph-uri",
          "named-graph-uri",
          "using-graph-uri",
          "output",
          "format",
          "timeout",
          "a",
          "b",
          "depth",
          "role",
          "publisher",
          "words",
          "bounds",
          "zoom");

  private static final List<String> VALUES =
      List.of(
          "",
          "x",
          "Ada+Novak",
          "entity/Ada_Novak",
          "2016-10-13",
          "direct",
          "-1",
          "0",
          "99999999999999999999",
          "1e3",
          "%D9%A3",
          "%00",
          "%0a%0d",
          "%",
          "%zz",
          "%ff%fe",
          "%ed%a0%80",
          "%c0%ae",
          "((((",
          "%5C",
          "%22",
          "%22%22",
          "AND+OR+NOT",
          "*%3F~",
          "%3Cscript%3E",
          "http://%5B",
          "http://x/y%20z",
          "urn:g",
          "//x",
          "..%2F..",
          "$%7Bx%7D",
          "%F0%9F%98%80",
          "a%20".repeat(300),
          "x".repeat(3000),
          "%7B%22a%22%3A%5B%5D%7D",
          "ASK%7B%7D",
          "=HYPERLINK(1)");

  private static final List<String> TAILS =
      List.of(
          "",
          "harbour%201",
          "Ada_Novak",
          "Ada_Novak.ttl",
          "harbour%201.json",
          "x.html",
          "%00",
          "%0A",
          "%5C",
          "%2F",
          "%2e%2e",
          "..",
          "../../x",
          "a/../b",
          "//",
          ";x=y",
          "%",
          "%zz",
          "%u0041",
          "%ff%fe",
          "%c0%ae%c0%ae",
          "\u00ff",
          "<x>",
          "a|b",
          "$%7Bx%7D",
          "{}",
          "?",
          "x".repeat(5000),
          "%F0%9F%98%80",
          "http://x/y",
          "entity");

  private static final List<String> HEADERS =
      List.of(
          "Accept: */*",
          "Accept: text/html",
          "Accept: application/json",
          "Accept: text/turtle;q=x, ,/",
          "Accept: application/rdf+xml",
          "Accept: text/event-stream",
          "Accept: image/png",
          "Accept-Charset: bogus",
          "Accept-Language: \u00ff",
          "Origin: https://evil.example",
          "Origin: null",
          "Referer: %",
          "If-None-Match: \"",
          "If-None-Match: *",
          "If-Modified-Since: yesterday",
          "If-Match: x",
          "Range: bytes=0-,1-,-0",
          "Content-Encoding: gzip",
          "Content-Language: \u0001",
          "MCP-Protocol-Version: 1999-01-01",
          "Mcp-Session-Id: x",
          "Cookie: newsgraph-login=1; =; \"",
          "Authorization: Basic",
          "Authorization: Basic %%%",
          "Authorization: Bearer x",
          "Slug: x",
          "Link: <",
          "X-Forwarded-For: x",
          "Forwarded: for=\"",
          "TE: trailers",
          "Access-Control-Request-Method: DELETE");

  private static final List<String> SECURITY_HEADERS =
      List.of("x-content-type-options: nosniff", "content-security-policy: default-src 'none'");

  private static final Set<String> INTERNALS =
      Set.of(
          "org.apache",
          "org.newsgraph",
          "org.eclipse",
          "com.fasterxml",
          "java.",
          "jakarta.",
          "\tat ",
          "Exception",
          "etty",
          "/tmp/",
          "StreamRead");

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served =
        new Served(
            folder,
            it ->
                it.withTimeout(Duration.ofSeconds(20))
                    .withLimits(new LoadLimits(0, 8, Duration.ofSeconds(10), 1 << 20), 8 << 20));
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private final Random random = new Random(SEED);

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private boolean happens(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Returns a request as bytes in ISO 8859-1, with the path of a route. */
  private String request(String path) {
    String method = any(METHODS);
    StringBuilder target =
        new StringBuilder(
            path.endsWith("*") ? path.substring(0, path.length() - 1) + any(TAILS) : path);
    if (happens(10)) {
      target.append(any(TAILS));
    }
    int parameters = random.nextInt(4);
    for (int i = 0; i < parameters; i++) {
      target.append(i == 0 ? '?' : '&').append(any(NAMES)).append('=').append(any(VALUES));
    }
    StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    request.append("Host: 127.0.0.1\r\nConnection: close\r\n");
    if (happens(60)) {
      request
          .append("Authorization: ")
          .append(Served.login(happens(80) ? Served.EDITOR : Served.READER, Served.PASSWORD))
          .append("\r\n");
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      request.append(any(HEADERS)).append("\r\n");
    }
    if (!Set.of("GET", "HEAD", "TRACE", "OPTIONS").contains(method) || happens(5)) {
      appendBody(request);
    }
    return request.append(request.indexOf("\r\n\r\n") < 0 ? "\r\n" : "").toString();
  }

  private void appendBody(StringBuilder request) {
    String body = mutated(any(BODIES));
    request.append("Content-Type: ").append(any(TYPES)).append("\r\n");
    if (happens(80)) {
      request.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
    } else {
      String size = happens(70) ? Integer.toHexString(body.length()) : happens(50) ? "zz" : "-1";
      request.append("Transfer-Encoding: chunked\r\n\r\n");
      request.append(body.isEmpty() ? "" : size + "\r\n" + body + "\r\n").append("0\r\n\r\n");
    }
  }

  /** Returns a text with a character replaced, a part removed or a part repeated. */
  private String mutated(String text) {
    if (text.isEmpty() || happens(50)) {
      return text;
    }
    int begin = random.nextInt(text.length());
    int end = begin + random.nextInt(Math.min(50, text.length() - begin) + 1);
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, begin) + (char) random.nextInt(256) + text.substring(end);
      case 1 -> text.substring(0, begin) + text.substring(end);
      default -> text.substring(0, end) + text.substring(begin);
    };
  }

  private static String send(String request) throws IOException {
    URI address = URI.create(served.server.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  @Test
  void no_request_shows_the_server_s_internals_or_an_error_of_the_server() throws Exception {
    List<String> paths = new ArrayList<>(OTHER_PATHS);
    served.server.routes().stream().map(Route::path).distinct().sorted().forEach(paths::add);
    assertThat(paths).hasSizeGreaterThan(40);
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      String path = paths.get(i % paths.size());
      String request = request(path);
      String response = send(request);
      String problem = problem(request, response);
      if (!problem.isEmpty()) {
        failures.add(problem + ":\n" + shortened(request) + "\n--> " + shortened(response) + "\n");
      }
    }
    assertThat(failures).as(failures.size() + " failures").isEmpty();
    assertThat(served.get("api/entities/nobody").statusCode()).isEqualTo(404);
  }

  /** Returns the kind of what is wrong with a response; empty if nothing is. */
  private static String problem(String request, String response) {
    String path = request.split(" ", 3)[1].split("\\?", 2)[0];
    if (!response.startsWith("HTTP/1.1 ")) {
      return "no response";
    }
    int status = Integer.parseInt(response.substring(9, 12));
    int end = response.indexOf("\r\n\r\n");
    String head = response.substring(0, end).toLowerCase(java.util.Locale.ROOT);
    String body = response.substring(end + 4);
    if (status >= 500) {
      return "status " + status;
    }
    if (status >= 400 && INTERNALS.stream().anyMatch(body::contains)) {
      return "internals";
    }
    if (!SECURITY_HEADERS.stream().allMatch(head::contains) || head.contains("\nserver:")) {
      return "headers";
    }
    boolean structured = path.startsWith("/api/") || path.equals("/mcp");
    if (status < 400
        || body.isEmpty()
        || !structured
        || body.startsWith("the request is malformed")
        || head.contains("text/html")
        || head.contains("text/event-stream")) {
      return "";
    }
    return isError(body, path.equals("/mcp")) ? "" : "format";
  }

  /** Tests whether a body is an error as a JSON object, or as a response of JSON-RPC. */
  private static boolean isError(String body, boolean rpc) {
    try {
      JsonNode error = MAPPER.readTree(body).path("error");
      return rpc
          ? error.path("code").isInt() && error.path("message").isTextual()
          : error.isTextual();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static String shortened(String text) {
    return text.length() <= 900 ? text : text.substring(0, 900) + "…";
  }
}
