package org.newsgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsgraph.serve.Served.EDITOR;
import static org.newsgraph.serve.Served.PASSWORD;
import static org.newsgraph.serve.Served.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.rdflink.RDFLinkHTTP;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.serve.mcp.McpEndpoint;
import org.newsgraph.serve.sparql.SparqlPolicy;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.dump.Backup;

/** The services besides SPARQL: JSON API, reconciliation, feeds, webhooks, MCP, administration. */
class ServicesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String[] TURTLE = {
    "Authorization", Served.login(EDITOR, PASSWORD), "Content-Type", "text/turtle"
  };

  private static final String[] EDITS = {
    "Authorization", login(EDITOR, PASSWORD), "Content-Type", "application/json"
  };

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = new Served(folder, it -> it.withHookHosts(Set.of("127.0.0.1")));
  }

  @AfterAll
  static void close() {
    served.close();
  }

  @Test
  void statements_are_found_by_speaker_topic_kind_and_words() throws Exception {
    JsonNode all = json(served.get("api/statements?limit=100"));
    assertThat(all.path("statements")).hasSize(6);
    JsonNode found =
        json(served.get("api/statements?speaker=Ada+Novak&about=Aleppo&kind=direct&q=forgotten"));
    assertThat(found.path("statements")).hasSize(1);
    JsonNode statement = found.path("statements").get(0);
    assertThat(statement.path("content").asText()).contains("must not be forgotten");
    assertThat(statement.path("speaker").path("name").asText()).isEqualTo("Ada Novak");
    assertThat(statement.path("article").path("id").asText()).isEqualTo("harbour 1");
    assertThat(json(served.get("api/statements?speaker=Nobody")).path("statements")).isEmpty();
    assertThat(json(served.get("api/statements?from=2016-10-13&to=2016-10")).path("statements"))
        .isNotEmpty();
    assertThat(json(served.get("api/statements?from=2030")).path("statements")).isEmpty();
  }

  @Test
  void the_sparql_of_an_answer_gives_the_same_answer() throws Exception {
    JsonNode found = json(served.get("api/statements?speaker=Ada+Novak"));
    String rows = served.query(found.path("sparql").asText()).body();
    assertThat(rows).contains(found.path("statements").get(0).path("id").asText());
  }

  @Test
  void pages_of_statements_follow_each_other() throws Exception {
    JsonNode first = json(served.get("api/statements?limit=4"));
    JsonNode second =
        json(served.get("api/statements?limit=4&offset=" + first.path("nextOffset").asInt()));
    assertThat(first.path("statements")).hasSize(4);
    assertThat(second.path("statements")).hasSize(2);
    assertThat(second.has("nextOffset")).isFalse();
  }

  @Test
  void an_entity_s_counts_are_of_different_statements_and_articles() throws Exception {
    JsonNode entity = json(served.get("api/entities/Aleppo"));
    String iri = entity.path("id").asText();
    for (var each :
        Map.of(
                "statements", "?x news:speaker <%s>",
                "statementsAbout", "?x news:about <%s>",
                "articles", "?x a news:Article ; news:mentions <%s>")
            .entrySet()) {
      String counted =
          served
              .query(
                  "PREFIX news: <https://w3id.org/newsgraph/ontology#> SELECT (COUNT(DISTINCT ?x) AS ?n)"
                      + " { "
                      + each.getValue().formatted(iri)
                      + " }")
              .body();
      assertThat(counted.lines().skip(1).findFirst().orElseThrow().strip())
          .as(each.getKey())
          .isEqualTo(entity.path(each.getKey()).asText());
    }
    assertThat(entity.path("articles").asInt()).isPositive();
  }

  @Test
  void an_entity_is_found_by_its_name_whatever_the_capitals() throws Exception {
    for (String name : new String[] {"Ada_Novak", "Ada%20Novak", "ada%20novak"}) {
      JsonNode entity = json(served.get("api/entities/" + name));
      assertThat(entity.path("name").asText()).isEqualTo("Ada Novak");
      assertThat(entity.path("types").get(0).asText()).isEqualTo("Person");
      assertThat(entity.path("statements").asInt()).isPositive();
    }
    assertThat(served.get("api/entities/Nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void a_search_finds_entities_statements_and_articles() throws Exception {
    JsonNode found = json(served.get("api/search?q=harbour"));
    assertThat(found.path("entities").toString()).contains("Harbour Party");
    assertThat(found.path("statements").toString()).contains("had failed");
    assertThat(found.path("articles").toString()).contains("harbour 1");
  }

  @Test
  void an_editor_adds_an_article_to_the_live_graph_and_takes_it_out_again() throws Exception {
    String article = "{\"id\":\"fresh 1\",\"title\":\"Fresh okapi\",\"text\":\"An okapi ran.\"}";
    var added = served.send("POST", "api/articles", article, EDITS);
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    assertThat(added.headers().firstValue("Location")).contains("/api/articles/fresh%201");
    assertThat(json(served.get("api/search?q=okapi")).path("articles")).hasSize(1);
    assertThat(json(served.get("api/articles/fresh%201")).path("text").asText())
        .isEqualTo("An okapi ran.");
    assertThat(served.send("DELETE", "api/articles/fresh%201", null, EDITS).statusCode())
        .isEqualTo(204);
    assertThat(json(served.get("api/search?q=okapi")).path("articles")).isEmpty();
    assertThat(served.get("api/articles/fresh%201").statusCode()).isEqualTo(404);
  }

  @Test
  void an_article_that_is_none_is_told_with_its_reason() throws Exception {
    var none = served.send("POST", "api/articles", "{\"id\":\"x\"}", EDITS);
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(MAPPER.readTree(none.body()).path("error").asText()).contains("no \"text\"");
  }

  @Test
  void the_description_names_every_address_of_the_api() throws Exception {
    JsonNode api = json(served.get("api"));
    assertThat(api.path("openapi").asText()).startsWith("3.1");
    assertThat(api.path("paths").properties()).hasSize(7);
    assertThat(api.path("servers").get(0).path("url").asText())
        .isEqualTo(served.server.address().replaceFirst("/$", ""));
  }

  @Test
  void names_of_a_table_are_reconciled() throws Exception {
    String queries =
        "{\"q0\":{\"query\":\"Ada Novak\",\"type\":\"Person\",\"limit\":3},"
            + "\"q1\":{\"query\":\"ada novack\"},\"q2\":{\"query\":\"Aleppo\",\"type\":\"Person\"},"
            + "\"q3\":{\"query\":\"Ada Novak\",\"properties\":[{\"pid\":\"role\",\"v\":\"Harbour Party leader\"}]}}";
    var answer =
        served.send(
            "POST",
            "reconcile",
            Served.form(Map.of("queries", queries)),
            "Content-Type",
            "application/x-www-form-urlencoded");
    JsonNode found = json(answer);
    JsonNode first = found.path("q0").path("result").get(0);
    assertThat(first.path("id").asText()).isEqualTo("Ada_Novak");
    assertThat(first.path("match").asBoolean()).isTrue();
    JsonNode slip = found.path("q1").path("result").get(0);
    assertThat(slip.path("id").asText()).isEqualTo("Ada_Novak");
    assertThat(slip.path("match").asBoolean()).isFalse();
    assertThat(found.path("q2").path("result")).isEmpty();
    assertThat(found.path("q3").path("result").get(0).path("score").asDouble()).isEqualTo(100);
  }

  @Test
  void what_openrefine_asks_for_besides_is_answered() throws Exception {
    JsonNode manifest = json(served.get("reconcile"));
    assertThat(manifest.path("versions").toString()).contains("0.2");
    assertThat(json(served.get("reconcile/suggest/entity?prefix=Ada+No")).toString())
        .contains("Ada_Novak");
    assertThat(json(served.get("reconcile/suggest/type?prefix=pers")).toString())
        .contains("Person");
    assertThat(json(served.get("reconcile/suggest/property?prefix=ro")).toString())
        .contains("role");
    assertThat(json(served.get("reconcile/properties?type=Person")).path("properties"))
        .isNotEmpty();
    assertThat(json(served.get("reconcile/flyout/entity?id=Ada_Novak")).path("html").asText())
        .contains("Harbour Party leader");
    var preview = served.get("reconcile/preview?id=Ada_Novak");
    assertThat(preview.body()).contains("<strong>Ada Novak</strong>");
    assertThat(preview.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors *");
    String extend =
        "{\"ids\":[\"Ada_Novak\",\"Nobody\"],\"properties\":[{\"id\":\"role\"},{\"id\":\"organisation\"}]}";
    JsonNode rows =
        json(served.send(
                "POST",
                "reconcile",
                Served.form(Map.of("extend", extend)),
                "Content-Type",
                "application/x-www-form-urlencoded"))
            .path("rows");
    assertThat(rows.path("Ada_Novak").path("role").get(0).path("str").asText())
        .isEqualTo("Harbour Party leader");
    assertThat(rows.path("Ada_Novak").path("organisation").get(0).path("id").asText())
        .isEqualTo("Harbour_Party");
    assertThat(rows.path("Nobody").path("role")).isEmpty();
  }

  @Test
  void a_feed_tells_the_latest_about_something() throws Exception {
    var feed = served.get("feed.atom?about=Aleppo");
    assertThat(feed.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/atom+xml");
    assertThat(feed.body()).contains("<entry>", "must not be forgotten", "<name>Ada Novak</name>");
    assertThat(served.get("feed.atom").statusCode()).isEqualTo(400);
  }

  @Test
  void a_webhook_is_told_signed_and_again_where_it_failed() throws Exception {
    BlockingQueue<Map<String, String>> calls = new LinkedBlockingQueue<>();
    AtomicInteger count = new AtomicInteger();
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        call -> {
          String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          calls.add(
              Map.of(
                  "body", body,
                  "time", call.getRequestHeaders().getFirst("Newsgraph-Time"),
                  "signature", call.getRequestHeaders().getFirst("Newsgraph-Signature")));
          // The first delivery fails.
          call.sendResponseHeaders(count.getAndIncrement() == 0 ? 500 : 204, -1);
          call.close();
        });
    receiver.start();
    try {
      String wish =
          "{\"url\":\"http://127.0.0.1:"
              + receiver.getAddress().getPort()
              + "/\",\"q\":\"forgotten\"}";
      JsonNode hook = MAPPER.readTree(served.send("POST", "api/webhooks", wish, EDITS).body());
      served.store.delete("harbour 1");
      served.put(org.newsgraph.extract.HandMade.harbour());
      Map<String, String> failed = calls.poll(20, TimeUnit.SECONDS);
      Map<String, String> told = calls.poll(20, TimeUnit.SECONDS);
      assertThat(failed).isNotNull();
      assertThat(told).isNotNull();
      assertThat(MAPPER.readTree(told.get("body")).path("statements")).hasSize(1);
      javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
      mac.init(
          new javax.crypto.spec.SecretKeySpec(
              hook.path("secret").asText().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signature =
          mac.doFinal((told.get("time") + "." + told.get("body")).getBytes(StandardCharsets.UTF_8));
      assertThat(told.get("signature"))
          .isEqualTo("sha256=" + java.util.HexFormat.of().formatHex(signature));
      assertThat(served.send("GET", "api/webhooks", null, EDITS).body())
          .contains(hook.path("id").asText())
          .doesNotContain(hook.path("secret").asText());
      assertThat(
              served
                  .send("DELETE", "api/webhooks/" + hook.path("id").asText(), null, EDITS)
                  .statusCode())
          .isEqualTo(204);
    } finally {
      receiver.stop(0);
    }
  }

  @Test
  void an_assistant_asks_over_http_and_gets_citations() throws Exception {
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"statements\","
            + "\"arguments\":{\"speaker\":\"Ada Novak\",\"words\":\"forgotten\"}}}";
    var answer =
        served.send(
            "POST",
            "mcp",
            call,
            "Content-Type",
            "application/json",
            "Accept",
            "application/json, text/event-stream");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("must not be forgotten", "characters", "#statement=");
  }

  @Test
  void an_assistant_gets_json_rpc_whatever_it_accepts_and_sends() throws Exception {
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}";
    String pong = "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}";
    assertThat(mcp(200, ping, "application/json")).isEqualTo(pong);
    assertThat(mcp(200, ping, "*/*")).isEqualTo(pong);
    assertThat(mcp(200, ping, "text/event-stream"))
        .isEqualTo("event: message\ndata: " + pong + "\n\n");
    assertThat(mcp(200, "[" + ping + "," + ping + "]", "application/json"))
        .isEqualTo("[" + pong + "," + pong + "]");
    String initialized = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
    assertThat(mcp(202, initialized, "application/json")).isEmpty();
    assertThat(mcp(202, "[" + initialized + "]", "application/json")).isEmpty();
  }

  @Test
  void an_assistant_s_mistakes_get_the_codes_of_json_rpc() throws Exception {
    assertThat(mcp(400, "no json", "application/json")).contains("-32700", "\"id\":null");
    assertThat(mcp(400, "", "application/json")).contains("-32700");
    for (String invalid :
        List.of("[]", "{}", "7", "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}")) {
      assertThat(mcp(400, invalid, "application/json")).as(invalid).contains("-32600");
    }
    for (String method : List.of("resources/list", "prompts/list", "logging/setLevel", "x")) {
      assertThat(mcp(200, request(method, "{}"), "application/json"))
          .contains("-32601", "there is no method", "\"id\":1");
    }
    for (String call :
        List.of("{}", "{\"name\":\"sing\"}", "[]", "{\"name\":\"search\",\"arguments\":3}")) {
      assertThat(mcp(200, request("tools/call", call), "application/json"))
          .as(call)
          .contains("-32602");
    }
    String search = "{\"name\":\"search\",\"arguments\":{\"words\":\"NOT forgotten\"}}";
    assertThat(mcp(200, request("tools/call", search), "application/json"))
        .contains("must not be forgotten", "\"isError\":false");
    var old =
        served.send("POST", "mcp", request("ping", "{}"), "MCP-Protocol-Version", "2001-01-01");
    assertThat(old.statusCode()).isEqualTo(400);
    assertThat(old.body()).contains("protocol version 2001-01-01 is not supported");
    assertThat(served.get("mcp").statusCode()).isEqualTo(405);
  }

  @Test
  void the_version_of_the_protocol_is_agreed_upon() throws Exception {
    for (String version : List.of("2024-11-05", "2025-03-26", "2025-06-18")) {
      assertThat(mcp(200, initialize(version), "application/json"))
          .contains("\"protocolVersion\":\"" + version + "\"");
    }
    assertThat(mcp(200, initialize("2031-02-03"), "application/json"))
        .contains("\"protocolVersion\":\"2025-06-18\"");
  }

  private static String initialize(String version) {
    return request(
        "initialize", "{\"protocolVersion\":\"" + version + "\",\"capabilities\":{\"x\":{}}}");
  }

  private static String request(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
  }

  private static String mcp(int status, String message, String accept) throws Exception {
    var answer =
        served.send("POST", "mcp", message, "Content-Type", "application/json", "Accept", accept);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("stackTrace", ".java", "org.newsgraph");
    return answer.body();
  }

  @Test
  void an_assistant_asks_over_standard_input() throws Exception {
    PipedInputStream in = new PipedInputStream(1 << 16);
    PipedOutputStream asks = new PipedOutputStream(in);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    McpEndpoint assistants =
        McpEndpoint.ofOneUser(
            served.store, Duration.ofSeconds(20), new SparqlPolicy(Set.of()), "0.1.0");
    Thread talk =
        new Thread(
            () -> {
              try {
                assistants.serveStdio(in, out);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    talk.start();
    for (String line :
        new String[] {
          "this is not JSON",
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
              + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}",
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
          "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}",
          "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"sparql\","
              + "\"arguments\":{\"query\":\"SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }\"}}}"
        }) {
      asks.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      asks.flush();
    }
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!out.toString(StandardCharsets.UTF_8).contains("\"id\":3") && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    asks.close();
    talk.join(20_000);
    assertThat(talk.isAlive()).isFalse();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("-32700", "\"protocolVersion\":\"2025-06-18\"")
        .contains("\"name\":\"search\"", "\"name\":\"article\"", "SERVICE is not allowed");
  }

  @Test
  void a_backup_made_while_serving_becomes_the_same_database() throws Exception {
    var made = served.send("POST", "$/backup", "", EDITS);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    Path file = served.store.folder().resolve("backups").resolve(json(made).path("file").asText());
    Path other = folder.resolve("restored");
    try (NewsStore restored = Backup.restore(file, other)) {
      long quads = restored.read(dataset -> dataset.stream().count());
      assertThat(quads).isEqualTo(served.store.read(dataset -> dataset.stream().count()));
    }
    Files.delete(file);
  }

  @Test
  void backups_of_the_same_second_have_different_names() throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      var made = served.send("POST", "$/backup", "", EDITS);
      assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
      String name = json(made).path("file").asText();
      files.add(served.store.folder().resolve("backups").resolve(name));
    }
    assertThat(files).doesNotHaveDuplicates().allMatch(Files::exists);
    for (Path file : files) {
      Files.delete(file);
    }
  }

  @Test
  void a_graph_that_rdf_xml_cannot_express_is_read_without_an_accept_header() throws Exception {
    String graph = "news/data?graph=urn:notes";
    var stored = served.send("PUT", graph, "<urn:a> <urn:b> 1 .", TURTLE);
    assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
    var found = served.get(graph);
    assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
    assertThat(found.headers().firstValue("Content-Type")).hasValue("text/turtle");
    assertThat(found.body()).contains("<urn:b>");
    assertThat(served.get(graph, "Accept", "application/n-triples").body()).contains("<urn:b>");
    assertThat(served.get("news/data?graph=urn:none").statusCode()).isEqualTo(404);
    assertThat(served.send("DELETE", graph, null, EDITS).statusCode()).isEqualTo(204);
  }

  @Test
  void compaction_while_serving_stops_no_reader() throws Exception {
    var compacted = served.send("POST", "$/compact", "", EDITS);
    assertThat(compacted.statusCode()).isEqualTo(200);
    assertThat(served.query("ASK { ?s ?p ?o }").body()).contains("true");
    assertThat(json(served.get("api/search?q=harbour")).path("entities")).isNotEmpty();
  }

  @Test
  void jenas_own_client_reads_and_with_a_login_writes() throws Exception {
    String address = served.server.address() + "news/";
    var client =
        java.net.http.HttpClient.newBuilder()
            .authenticator(
                new java.net.Authenticator() {
                  @Override
                  protected java.net.PasswordAuthentication getPasswordAuthentication() {
                    return new java.net.PasswordAuthentication(EDITOR, PASSWORD.toCharArray());
                  }
                })
            .build();
    try (var link =
        RDFLinkHTTP.newBuilder()
            .destination(address)
            .queryEndpoint("sparql")
            .updateEndpoint("update")
            .gspEndpoint("data")
            .httpClient(client)
            .build()) {
      assertThat(link.queryAsk("ASK { ?s ?p ?o }")).isTrue();
      link.update("INSERT DATA { GRAPH <urn:jena> { <urn:a> <urn:b> <urn:c> } }");
      var name = org.apache.jena.graph.NodeFactory.createURI("urn:jena");
      assertThat(link.get(name).size()).isEqualTo(1);
      link.put(name, RDFParser.fromString("<urn:d> <urn:e> <urn:f> .", Lang.TURTLE).toGraph());
      assertThat(link.get(name).size()).isEqualTo(1);
      link.delete(name);
      assertThat(link.queryAsk("ASK { GRAPH <urn:jena> { ?s ?p ?o } }")).isFalse();
    }
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return MAPPER.readTree(answer.body());
  }

  @Test
  void optional_parts_are_empty_not_null() throws Exception {
    JsonNode statements = json(served.get("api/statements?q=talks")).path("statements");
    assertThat(statements).isNotEmpty();
    assertThat(statements.toString()).doesNotContain("null");
  }
}
