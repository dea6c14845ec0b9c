package org.newsgraph.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Extraction;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.serve.security.LoadLimits;
import org.newsgraph.serve.security.Logins;
import org.newsgraph.store.ActiveReplica;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoreException;
import org.newsgraph.store.dump.Backup;

/** A replica whose copy is replaced while it answers requests. */
@Timeout(120)
class ReplicaWatcherTest {
  private static final int ARTICLES = 12;

  /** Words of which each occurs in every headline of one copy, and in no other copy. */
  private static final List<String> MARKS = List.of("Alder", "Birch", "Cedar", "Douglas");

  private static final String TITLES =
      "PREFIX dcterms: <http://purl.org/dc/terms/> SELECT ?t { ?a dcterms:title ?t }";

  /** Query with a long response: all pairs of titles. */
  private static final String PAIRS =
      "PREFIX dcterms: <http://purl.org/dc/terms/>"
          + " SELECT ?t ?u ?v { ?a dcterms:title ?t . ?b dcterms:title ?u . ?c dcterms:title ?v }";

  private static final String WORDS =
      "PREFIX text: <http://jena.apache.org/text#> PREFIX dcterms: <http://purl.org/dc/terms/>"
          + " SELECT ?t { ?a text:query (dcterms:title 'harbour') ; dcterms:title ?t }";

  @TempDir Path folder;

  private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void copies_are_changed_and_no_request_fails_or_is_answered_from_two() throws Exception {
    for (String mark : MARKS) {
      copy(mark);
    }
    ActiveReplica.select(path(MARKS.get(0)));
    List<String> asked =
        List.of(
            sparql(TITLES),
            sparql(PAIRS),
            sparql(WORDS),
            "api/search?q=harbour",
            "search?q=harbour",
            "article/made-3",
            "feed.atom?q=harbour");
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService clients = Executors.newFixedThreadPool(4);
    try (NewsServer server = serve(settings())) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int first = i;
        answers.add(clients.submit(() -> ask(server, asked, first, over)));
      }
      for (String mark : MARKS.subList(1, MARKS.size())) {
        ActiveReplica.select(path(mark));
        until(() -> get(server, sparql(TITLES)).body().contains(mark));
        for (String path : asked.subList(0, 6)) {
          assertThat(marks(get(server, path).body())).as(path).containsExactly(mark);
        }
        assertThat(get(server, "").body()).contains("contains " + articles(mark) + " articles");
      }
      over.set(true);
      for (Future<Integer> answered : answers) {
        assertThat(answered.get()).isGreaterThan(20);
      }
      until(() -> isClosed(path("Cedar")));
    } finally {
      over.set(true);
      clients.shutdown();
    }
    assertThat(told).hasSize(MARKS.size() - 1).allMatch(it -> it.endsWith("is served now"));
  }

  /** Sends requests one after the other and checks each response. Returns their number. */
  private int ask(NewsServer server, List<String> asked, int first, AtomicBoolean over) {
    int answered = 0;
    int latest = 0;
    while (!over.get()) {
      String path = asked.get((first + answered) % asked.size());
      HttpResponse<String> answer = get(server, path);
      assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
      Set<String> marks = marks(answer.body());
      if (path.startsWith("feed")) {
        assertThat(marks).isEmpty();
      } else {
        assertThat(marks).as(path).hasSize(1);
        String mark = marks.iterator().next();
        assertThat(MARKS.indexOf(mark))
            .as("never an older copy again")
            .isGreaterThanOrEqualTo(latest);
        latest = MARKS.indexOf(mark);
        if (path.equals(sparql(TITLES))) {
          assertThat(answer.body().lines().count()).isEqualTo(1 + articles(mark));
        }
        if (path.equals(sparql(PAIRS))) {
          assertThat(answer.body().lines().count())
              .isEqualTo(1 + (long) Math.pow(articles(mark), 3));
        }
      }
      answered++;
    }
    return answered;
  }

  @Test
  void of_a_copy_that_is_no_longer_served_nothing_is_held() throws Exception {
    assumeThat(Files.isDirectory(Path.of("/proc/self/fd"))).isTrue();
    copy("Alder");
    copy("Birch");
    ActiveReplica.select(path("Alder"));
    try (NewsServer server = serve(settings())) {
      get(server, sparql(WORDS));
      get(server, "");
      assertThat(open(path("Alder"))).isNotEmpty();
      ActiveReplica.select(path("Birch"));
      until(() -> get(server, sparql(TITLES)).body().contains("Birch"));
      until(() -> open(path("Alder")).isEmpty());
      // Memory-mapped files are released with their last reader.
      until(
          () -> {
            System.gc();
            return !mapped(path("Alder"));
          });
      NewsStore.open(path("Alder")).close();
    }
  }

  @Test
  void a_copy_that_cannot_be_served_changes_nothing_and_is_told_once() throws Exception {
    copy("Alder");
    copy("Birch");
    copy("Cedar");
    Path empty = Files.createDirectories(path("Empty"));
    Files.copy(
        path("Alder").resolve("newsgraph.properties"), empty.resolve("newsgraph.properties"));
    try (Stream<Path> files = Files.walk(path("Birch"))) {
      for (Path file :
          files.filter(it -> it.toString().matches(".*Data-0001.*\\.(idn|dat|bpt)")).toList()) {
        byte[] noise = new byte[Math.toIntExact(Math.min(Files.size(file), 1 << 20))];
        java.util.Arrays.fill(noise, (byte) 0x5a);
        Files.write(file, noise);
      }
    }
    ActiveReplica.select(path("Alder"));
    try (NewsServer server = serve(settings())) {
      for (String broken : List.of("Birch", "Empty")) {
        told.clear();
        ActiveReplica.select(path(broken));
        until(() -> !told.isEmpty());
        assertThat(told)
            .singleElement()
            .asString()
            .contains(broken + ": ")
            .endsWith(path("Alder") + " is still served")
            .doesNotContain("\n");
        assertThat(marks(get(server, sparql(TITLES)).body())).containsExactly("Alder");
      }
      Files.writeString(folder.resolve("copies").resolve(ActiveReplica.FILE), "nowhere\n");
      until(() -> told.size() == 2);
      assertThat(told).last().asString().contains("there is no Newsgraph database here");
      ActiveReplica.select(path("Cedar"));
      until(() -> get(server, sparql(TITLES)).body().contains("Cedar"));
      assertThat(open(path("Birch"))).as("nothing of the broken one is held").isEmpty();
    }
  }

  @Test
  void nobody_can_change_a_copy_and_its_folder_stays_as_it_is() throws Exception {
    copy("Alder");
    Files.writeString(path("Alder").resolve("webhooks.json"), "[]");
    Map<String, String> before = files(path("Alder"));
    Path logins = folder.resolve("logins");
    Files.writeString(logins, "ada:editor:" + QuickPassword.hash("a long password"));
    try (NewsServer server =
        NewsServer.startReplica(
            new ActiveReplica(path("Alder")),
            settings().withLogins(Logins.read(logins), false),
            told::add)) {
      Map<String, String> writes = new TreeMap<>();
      writes.put("POST news/update", "CLEAR ALL");
      writes.put("PUT news/data?graph=http://example.org/g", "<a:a> <a:b> <a:c> .");
      writes.put("POST news/data?graph=http://example.org/g", "<a:a> <a:b> <a:c> .");
      writes.put("DELETE news/data?graph=http://localhost:3030/article/made-1", "");
      writes.put("POST api/articles", "{\"id\":\"new\",\"text\":\"New.\"}");
      writes.put("DELETE api/articles/made-1", "");
      writes.put("POST add", "text=New");
      writes.put("POST correct", "entity=x");
      writes.put("POST article-delete", "article=made-1");
      writes.put("POST api/webhooks", "{\"url\":\"https://example.org/\",\"q\":\"harbour\"}");
      writes.put("POST $/compact", "");
      writes.put("POST $/backup", "");
      for (var write : writes.entrySet()) {
        String[] request = write.getKey().split(" ", 2);
        for (String login : List.of("a long password", "")) {
          HttpResponse<String> answer =
              send(server, request[0], request[1], write.getValue(), login);
          assertThat(answer.statusCode()).as(write.getKey() + answer.body()).isEqualTo(403);
          assertThat(answer.body()).contains("is a read-only replica");
        }
      }
      for (String update : List.of("news/sparql", "news")) {
        assertThat(send(server, "POST", update, "CLEAR ALL", "a long password").statusCode())
            .isBetween(400, 499);
      }
      assertThat(marks(get(server, sparql(WORDS)).body())).containsExactly("Alder");
      assertThat(get(server, "").body()).contains("contains " + articles("Alder"));
    }
    Map<String, String> after = files(path("Alder"));
    // TDB2's lock file contains the id of the process that has the database open.
    before.keySet().removeIf(it -> it.endsWith("tdb.lock"));
    assertThat(after).containsAllEntriesOf(before);
    after.keySet().removeAll(before.keySet());
    assertThat(after.keySet()).allMatch(it -> it.startsWith("text/") || it.endsWith("tdb.lock"));
    try (NewsStore store = NewsStore.openReadOnly(path("Alder"))) {
      assertThatThrownBy(() -> store.delete("made-1")).isInstanceOf(StoreException.class);
      assertThatThrownBy(store::compact).hasMessageContaining("this copy is read-only");
    }
  }

  @Test
  void where_no_copy_is_named_it_says_what_to_do() throws Exception {
    Files.createDirectories(folder.resolve("copies"));
    assertThatThrownBy(() -> serve(settings()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("select it with \"newsgraph swap\"");
    assertThatThrownBy(() -> ActiveReplica.select(folder.resolve("copies/none")))
        .hasMessageContaining("there is no Newsgraph database here");
  }

  private NewsServer serve(Settings settings) {
    return NewsServer.startReplica(
        new ActiveReplica(folder.resolve("copies")), settings, told::add);
  }

  private static Settings settings() {
    Settings plain = Settings.of("127.0.0.1", 0);
    return plain.withLimits(
        new LoadLimits(0, 16, Duration.ofSeconds(10), 1 << 20), plain.maxResponseBytes());
  }

  /** Creates a copy: the backup of a new database, restored. */
  private void copy(String mark) {
    try (NewsStore store = NewsStore.create(folder.resolve("main-" + mark), Optional.empty())) {
      List<ArticleGraph> graphs = new ArrayList<>();
      for (int i = 0; i < articles(mark); i++) {
        Metadata metadata =
            new Metadata(
                Optional.of("Harbour news of " + mark + " number " + i),
                List.of(),
                Optional.empty(),
                Optional.of("2024-05-06"),
                Optional.empty(),
                Optional.of("en"));
        Article article =
            new Article("made-" + i, new Text("In the harbour stood a " + mark + "."), metadata);
        graphs.add(
            ArticleGraph.of(
                new Extraction(article, List.of(), List.of(), List.of()),
                store.iris(),
                new Provenance("0.1.0", Instant.EPOCH),
                "digest"));
      }
      store.writer().putAll(graphs);
      Backup backup = Backup.of(store);
      Backup.restore(backup.file(), path(mark)).close();
    }
  }

  /** Returns the number of articles of a copy, which is larger than that of the copy before. */
  private static int articles(String mark) {
    return ARTICLES + MARKS.indexOf(mark);
  }

  private Path path(String mark) {
    return folder.resolve("copies").resolve(mark);
  }

  private static String sparql(String query) {
    return "news/sparql?query=" + URLEncoder.encode(query, UTF_8);
  }

  private static Set<String> marks(String body) {
    Set<String> found = new TreeSet<>();
    MARKS.stream().filter(body::contains).forEach(found::add);
    return found;
  }

  private HttpResponse<String> get(NewsServer server, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .timeout(Duration.ofSeconds(30))
            .header("Accept", path.startsWith("news") ? "text/csv" : "*/*")
            .build();
    return send(request);
  }

  private HttpResponse<String> send(
      NewsServer server, String method, String path, String body, String password) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", type(path, body))
            .method(method, BodyPublishers.ofString(body));
    if (!password.isEmpty()) {
      request.header("Authorization", Served.login("ada", password));
    }
    return send(request.build());
  }

  private static String type(String path, String body) {
    if (path.startsWith("news/data")) {
      return "text/turtle";
    }
    return path.startsWith("news")
        ? "application/sparql-update"
        : body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new AssertionError(request + " failed", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void until(BooleanSupplier is) {
    long begin = System.nanoTime();
    while (!is.getAsBoolean()) {
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMinutes(1));
    }
  }

  /** Tests whether another process could open a copy. */
  private static boolean isClosed(Path copy) {
    try {
      NewsStore.openReadOnly(copy).close();
      return true;
    } catch (StoreException e) {
      return false;
    }
  }

  /** Returns the files in a folder that this process has open. */
  private static List<Path> open(Path copy) {
    List<Path> open = new ArrayList<>();
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      for (Path each : all.toList()) {
        try {
          Path file = Files.readSymbolicLink(each);
          if (file.startsWith(copy)) {
            open.add(file);
          }
        } catch (FileSystemException e) {
          // The file has just been closed.
        }
      }
      return open;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean mapped(Path copy) {
    try {
      return Files.readString(Path.of("/proc/self/maps")).contains(copy + "/");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Returns the size and modification time of each file below a folder. */
  private static Map<String, String> files(Path copy) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(copy)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(
            copy.relativize(file).toString(),
            Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
    }
    return found;
  }
}
