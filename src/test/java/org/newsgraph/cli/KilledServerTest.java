package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.serve.QuickPassword;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoredArticle;
import org.newsgraph.store.Validation;

/**
 * A server that is killed while articles are added, replaced and deleted, graphs are stored,
 * entities are corrected, and the database is backed up and compacted, all at once. Whatever was
 * acknowledged is there after the next start.
 */
@Tag("full")
class KilledServerTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int ROUNDS = 5;
  private static final Pattern ADDRESS = Pattern.compile("running at (http\\S+/)");
  private static final String PASSWORD = "correct horse";

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random = new Random(29);
  private final AtomicInteger counter = new AtomicInteger();

  /** Acknowledged version of each article. */
  private final Map<String, Integer> articles = new ConcurrentHashMap<>();

  private final Set<String> deleted = ConcurrentHashMap.newKeySet();
  private final Set<String> graphs = ConcurrentHashMap.newKeySet();
  private final Set<String> names = ConcurrentHashMap.newKeySet();

  private String address;

  @Test
  void everything_acknowledged_survives_kills() throws Exception {
    Path database = folder.resolve("db");
    NewsStore.create(database, Optional.empty()).close();
    Path logins = folder.resolve("logins");
    String hash = QuickPassword.hash(PASSWORD);
    Files.write(logins, List.of("ada:editor:" + hash));
    for (int round = 0; round < ROUNDS; round++) {
      try (ProgramProcess server = start(database, logins)) {
        CountDownLatch busy = new CountDownLatch(5);
        ExecutorService clients = Executors.newCachedThreadPool();
        for (Consumer<CountDownLatch> task : tasks()) {
          clients.execute(() -> task.accept(busy));
        }
        assertThat(busy.await(2, TimeUnit.MINUTES)).isTrue();
        assertThat(server.ends(random.nextInt(6_000))).as("the server ended by itself").isFalse();
        server.kill();
        clients.shutdownNow();
        assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      }
      check(database, round);
    }
    assertThat(articles).isNotEmpty();
    assertThat(deleted).isNotEmpty();
    assertThat(graphs).isNotEmpty();
    assertThat(names).isNotEmpty();
  }

  private ProgramProcess start(Path database, Path logins) throws Exception {
    Path log = folder.resolve("server.log");
    ProgramProcess server =
        ProgramProcess.start(
            log,
            List.of("-Xmx1g"),
            List.of(
                "serve",
                "--db",
                database.toString(),
                "--port",
                "0",
                "--auth",
                logins.toString(),
                "--rate",
                "0"));
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (true) {
      Matcher found = ADDRESS.matcher(server.printed());
      if (found.find()) {
        address = found.group(1);
        return server;
      }
      assertThat(server.isRunning()).as(server.printed()).isTrue();
      assertThat(System.nanoTime()).as(server.printed()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  /** Returns what the clients do until the server is gone. */
  private List<Consumer<CountDownLatch>> tasks() {
    return List.of(
        repeated(this::addOrReplace),
        repeated(this::addOrReplace),
        repeated(this::addAndDelete),
        repeated(this::storeGraph),
        repeated(this::correct),
        repeated(busy -> maintain()));
  }

  private interface Action {
    void run(CountDownLatch busy) throws IOException, InterruptedException;
  }

  private static Consumer<CountDownLatch> repeated(Action action) {
    return busy -> {
      try {
        while (!Thread.currentThread().isInterrupted()) {
          action.run(busy);
        }
      } catch (IOException e) {
        // The server was killed.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private void addOrReplace(CountDownLatch busy) throws IOException, InterruptedException {
    int number = counter.incrementAndGet();
    // Each id belongs to one thread, so that its versions are sent one after another.
    String id = "k" + Thread.currentThread().getId() + "-" + number % 20;
    if (add(id, number)) {
      articles.put(id, number);
      busy.countDown();
    }
  }

  private void addAndDelete(CountDownLatch busy) throws IOException, InterruptedException {
    String id = "d" + counter.incrementAndGet();
    if (add(id, 0) && send("DELETE", "api/articles/" + id, "", "text/plain") == 204) {
      deleted.add(id);
    }
  }

  private boolean add(String id, int version) throws IOException, InterruptedException {
    String text = "Ann Roe said: \"Version " + version + ".\" Bob Smith met Ann Roe.";
    String article = MAPPER.writeValueAsString(Map.of("id", id, "title", "Zebra", "text", text));
    return send("POST", "api/articles", article, "application/json") == 201;
  }

  private void storeGraph(CountDownLatch busy) throws IOException, InterruptedException {
    String name = "urn:graph:" + counter.incrementAndGet();
    String path = "news/data?graph=" + name;
    if (send("PUT", path, "<urn:x:a> <urn:x:b> 1 .", "text/turtle") == 201) {
      graphs.add(name);
    }
  }

  private void correct(CountDownLatch busy) throws IOException, InterruptedException {
    String name = "Bob Smith " + counter.incrementAndGet();
    String form = "kind=rename&entity=entity/Bob_Smith&name=" + URLEncoder.encode(name, UTF_8);
    if (send("POST", "correct", form, "application/x-www-form-urlencoded") == 200) {
      names.clear();
      names.add(name);
    }
  }

  private void maintain() throws IOException, InterruptedException {
    String task = counter.incrementAndGet() % 2 == 0 ? "$/backup" : "$/compact";
    send("POST", task, "", "application/json");
  }

  private int send(String method, String path, String body, String type)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", type)
            .header(
                "Authorization",
                "Basic "
                    + java.util.Base64.getEncoder()
                        .encodeToString(("ada:" + PASSWORD).getBytes(UTF_8)))
            .timeout(Duration.ofMinutes(1))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private void check(Path database, int round) throws IOException {
    try (NewsStore store = NewsStore.open(database)) {
      store.openTextIndex();
      Set<String> stored =
          store.read(
              dataset ->
                  Iter.iter(dataset.find(null, null, DCTerms.identifier.asNode(), null))
                      .map(it -> it.getObject().getLiteralLexicalForm())
                      .toSet());
      assertThat(stored).as("round %d", round).containsAll(articles.keySet());
      assertThat(stored).as("round %d", round).doesNotContainAnyElementsOf(deleted);
      articles.forEach((id, version) -> requireVersion(store, id, version));
      Set<String> graphNames =
          store.read(dataset -> Iter.iter(dataset.listGraphNodes()).map(Node::getURI).toSet());
      assertThat(graphNames).as("round %d", round).containsAll(graphs);
      assertThat(titled(store)).as("text index, round %d", round).isEqualTo(stored);
      assertThat(Validation.of(store).problems()).isEmpty();
    }
    if (!names.isEmpty()) {
      assertThat(Files.readString(database.resolve("corrections.csv"))).contains("Bob Smith ");
    }
    try (var files = Files.list(database)) {
      assertThat(files.map(it -> it.getFileName().toString()).filter(it -> it.startsWith("Data-")))
          .hasSize(1);
    }
  }

  private static void requireVersion(NewsStore store, String id, int acknowledged) {
    StoredArticle article = StoredArticle.read(store, store.iris().article(id)).orElseThrow();
    Matcher version =
        Pattern.compile("Version (\\d+)").matcher(article.article().text().toString());
    assertThat(version.find()).isTrue();
    assertThat(Integer.parseInt(version.group(1))).as(id).isGreaterThanOrEqualTo(acknowledged);
  }

  /** Returns the ids of the articles that the text index finds. */
  private static Set<String> titled(NewsStore store) {
    String query =
        """
        PREFIX text: <http://jena.apache.org/text#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        SELECT DISTINCT ?id { ?a text:query (dcterms:title "zebra" 100000) ; dcterms:identifier ?id }
        """;
    return store.read(
        dataset -> {
          Set<String> found = new HashSet<>();
          try (QueryExec run = QueryExec.dataset(dataset).query(query).build()) {
            run.select().forEachRemaining(it -> found.add(it.get("id").getLiteralLexicalForm()));
          }
          return found;
        });
  }
}
