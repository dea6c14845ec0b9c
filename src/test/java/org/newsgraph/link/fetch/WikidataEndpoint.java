package org.newsgraph.link.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/**
 * A local SPARQL endpoint with a part of Wikidata, behind a proxy that can make it fail. Records
 * all queries.
 */
final class WikidataEndpoint implements AutoCloseable {
  /** A response of the proxy. */
  record Reply(int status, Map<String, String> headers, String body, boolean broken) {
    static Reply status(int status, String... headers) {
      Map<String, String> all = new LinkedHashMap<>();
      for (int i = 0; i < headers.length; i += 2) {
        all.put(headers[i], headers[i + 1]);
      }
      return new Reply(status, all, "busy", false);
    }

    Reply withBody(String text) {
      return new Reply(status, headers, text, broken);
    }

    Reply withType(String type) {
      return new Reply(status, Map.of("Content-Type", type), body, broken);
    }

    /** Cuts the body, as a service does that stops in the middle. */
    Reply cutAt(int length) {
      return withBody(body.substring(0, Math.min(length, body.length())));
    }

    /** Breaks the connection in the middle of the body. */
    Reply breakOff() {
      return new Reply(status, headers, body, true);
    }
  }

  /** A fault of the service. */
  interface Fault {
    /**
     * Changes a response.
     *
     * @param number number of the request, from 1
     */
    Reply reply(int number, String query, Reply correct);
  }

  private final DatasetGraph graph;
  private final FusekiServer fuseki;
  private final HttpServer proxy;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http = HttpClient.newHttpClient();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<String> queries = new ArrayList<>();
  private final List<String> agents = new ArrayList<>();
  private String format = "";
  private Fault fault = (number, query, correct) -> correct;

  WikidataEndpoint(Collection<JsonNode> items) throws IOException {
    this(DatasetGraphFactory.createTxnMem());
    add(items);
  }

  /** Starts an endpoint with a graph that is filled already. */
  WikidataEndpoint(DatasetGraph graph) throws IOException {
    this.graph = graph;
    fuseki = FusekiServer.create().port(0).loopback(true).add("/wikidata", graph).build().start();
    proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.setExecutor(threads);
    proxy.createContext("/sparql", this::handle);
    proxy.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + proxy.getAddress().getPort() + "/sparql");
  }

  void add(Collection<JsonNode> items) {
    graph.executeWrite(
        () -> {
          WikibaseRdf rdf = new WikibaseRdf(StreamRDFLib.graph(graph.getDefaultGraph()));
          items.forEach(rdf::write);
        });
  }

  /** Deletes an item, as for a deletion or a redirect. */
  void delete(String id) {
    Node item = WikibaseRdf.item(id);
    graph.executeWrite(
        () -> {
          graph.getDefaultGraph().remove(item, Node.ANY, Node.ANY);
          graph.getDefaultGraph().remove(Node.ANY, Node.ANY, item);
        });
  }

  void fail(Fault other) {
    fault = other;
  }

  /** Responds in this format only. */
  void acceptOnly(String type) {
    format = type;
  }

  synchronized List<String> queries() {
    return List.copyOf(queries);
  }

  synchronized List<String> agents() {
    return List.copyOf(agents);
  }

  /** Blocks until the endpoint is closed. */
  void hang() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] form = exchange.getRequestBody().readAllBytes();
      String query = URLDecoder.decode(new String(form, UTF_8).replaceFirst("^query=", ""), UTF_8);
      int number;
      synchronized (this) {
        queries.add(query);
        agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
        number = queries.size();
      }
      Reply reply = fault.reply(number, query, correct(exchange, form));
      byte[] body = reply.body().getBytes(UTF_8);
      if (reply.headers().containsKey("Content-Encoding")) {
        body = gzip(body);
      }
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(reply.status(), Math.max(1, body.length));
      exchange.getResponseBody().write(body, 0, reply.broken() ? body.length / 2 : body.length);
      exchange.getResponseBody().flush();
    }
  }

  private Reply correct(HttpExchange exchange, byte[] form) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(fuseki.datasetURL("/wikidata")))
            .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
            .header(
                "Accept",
                format.isEmpty() ? exchange.getRequestHeaders().getFirst("Accept") : format)
            .POST(HttpRequest.BodyPublishers.ofByteArray(form))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Reply(
          response.statusCode(),
          Map.of("Content-Type", type, "Content-Encoding", "gzip"),
          response.body(),
          false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  @Override
  public void close() {
    closed.countDown();
    proxy.stop(0);
    threads.shutdownNow();
    fuseki.stop();
  }
}
