package org.newsgraph.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.newsgraph.article.Article;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.serve.api.Corrector;
import org.newsgraph.serve.api.Editing;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.security.Logins;
import org.newsgraph.store.NewsStore;

/** A server with a database and logins, for tests. */
public final class Served implements AutoCloseable {
  public static final String EDITOR = "ada";
  public static final String READER = "bob";
  public static final String PASSWORD = "a long password";

  public final NewsStore store;
  public final NewsServer server;
  final Path log;

  public Served(Path folder, UnaryOperator<Settings> more) throws IOException {
    store = NewsStore.create(folder.resolve("db"), Optional.empty());
    put(HandMade.harbour());
    put(HandMade.market());
    log = folder.resolve("access.jsonl");
    Path logins = folder.resolve("logins");
    String hash = QuickPassword.hash(PASSWORD);
    Files.write(logins, List.of(EDITOR + ":editor:" + hash, READER + ":reader:" + hash));
    Settings settings =
        Settings.of("127.0.0.1", 0)
            .withLogins(Logins.read(logins), false)
            .withLog(log, java.time.Duration.ofSeconds(5));
    server =
        NewsServer.start(
            store, more.apply(settings), Optional.of(new Editing(this::add, Served::refused)));
  }

  /** Stores an article without extracting anything from it. */
  private void add(Article article) {
    put(new Extraction(article, List.of(), List.of(), List.of()));
  }

  /** Refuses corrections: articles made by hand cannot be reprocessed. */
  private static String refused(Corrector.CorrectionRequest request) {
    throw HttpError.badRequest("corrections are not supported: " + request);
  }

  public void put(Extraction extraction) {
    Provenance provenance = new Provenance("0.1.0", Instant.now());
    store.put(ArticleGraph.of(extraction, store.iris(), provenance, "digest"));
  }

  /**
   * Sends a request.
   *
   * @param headers alternating names and values
   */
  public HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    // A separate connection: the server may close one whose body it refused to read.
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, null, headers);
  }

  HttpResponse<String> query(String sparql) throws IOException, InterruptedException {
    return get("news/sparql?query=" + URLEncoder.encode(sparql, UTF_8), "Accept", "text/csv");
  }

  /** Sends bytes, which need not be valid HTTP, and returns the response. */
  String raw(String bytes) throws IOException {
    URI address = URI.create(server.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(bytes.getBytes(UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  public static String login(String name, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
  }

  static String form(Map<String, String> values) {
    StringBuilder form = new StringBuilder();
    values.forEach(
        (name, value) ->
            form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, UTF_8)));
    return form.toString();
  }

  /** Returns the complete lines of the access log; the last one may still be incomplete. */
  List<String> logged() throws IOException {
    String text = Files.readString(log);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  static Set<String> internals() {
    return Set.of("org.apache", "org.newsgraph", "java.lang", "\tat ", "/tmp/", "Exception");
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
