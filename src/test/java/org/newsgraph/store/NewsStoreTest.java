package org.newsgraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.corpus.MadeUpCorpus;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.HandMade;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Provenance;
import org.newsgraph.query.statistics.DatasetStatistics;
import org.newsgraph.store.dump.Backup;

class NewsStoreTest {
  private static final Provenance PROVENANCE =
      new Provenance("0.1.0", Instant.parse("2026-01-02T03:04:05Z"));

  @TempDir Path folder;

  @Test
  void what_was_put_is_there_after_reopening() {
    try (NewsStore store = create()) {
      store.put(graph(store, HandMade.harbour(), "d1"));
    }
    try (NewsStore store = NewsStore.open(folder)) {
      assertThat(store.digest("harbour 1")).contains("d1");
      assertThat(store.digest("another")).isEmpty();
      Graph expected = graph(graph(store, HandMade.harbour(), "d1").triples());
      assertThat(stored(store, "harbour 1").isIsomorphicWith(expected)).isTrue();
    }
  }

  @Test
  void a_changed_article_leaves_nothing_of_the_old_one() {
    try (NewsStore store = create()) {
      store.put(graph(store, HandMade.harbour(), "d1"));
      Extraction changed = HandMade.empty("harbour 1", "Nothing happened.");
      store.put(graph(store, changed, "d2"));
      Graph expected = graph(graph(store, changed, "d2").triples());
      assertThat(stored(store, "harbour 1").isIsomorphicWith(expected)).isTrue();
      assertThat(ask(store, "ASK { ?x rdfs:label 'Ada Novak' }")).isFalse();
    }
  }

  @Test
  void deleting_an_article_keeps_what_others_said() {
    try (NewsStore store = create()) {
      store.put(graph(store, HandMade.harbour(), "d1"));
      store.put(graph(store, HandMade.market(), "d1"));
      assertThat(store.delete("harbour 1")).isTrue();
      assertThat(store.delete("harbour 1")).isFalse();
      assertThat(ask(store, "ASK { ?x rdfs:label 'Ada Novak' }")).isTrue();
      assertThat(ask(store, "ASK { ?x rdfs:label 'Harbour Party' }")).isFalse();
      assertThat(store.delete(store.iris().article("market").getURI())).isTrue();
      assertThat(ask(store, "ASK { ?s ?p ?o }")).isFalse();
    }
  }

  @Test
  void a_write_that_breaks_off_leaves_the_last_whole_article() {
    try (NewsStore store = create()) {
      ArticleGraph whole = graph(store, HandMade.harbour(), "d1");
      store.put(whole);
      List<Triple> broken = new ArrayList<>(whole.triples().subList(0, 10));
      Node variable = org.apache.jena.graph.NodeFactory.createVariable("no such thing in a graph");
      broken.add(Triple.create(whole.name(), News.content, variable));
      assertThatThrownBy(() -> store.put(new ArticleGraph(whole.name(), broken)))
          .isInstanceOf(RuntimeException.class);
      assertThat(stored(store, "harbour 1").isIsomorphicWith(graph(whole.triples()))).isTrue();
      store.put(graph(store, HandMade.market(), "d1"));
      assertThat(store.digest("market")).contains("d1");
    }
  }

  @Test
  void the_base_is_kept_and_cannot_be_changed() {
    NewsStore.create(folder, Optional.of("https://example.org/news")).close();
    try (NewsStore store = create()) {
      assertThat(store.iris().base()).isEqualTo("https://example.org/news/");
      assertThat(ask(store, "ASK { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }")).isFalse();
    }
    assertThatThrownBy(() -> NewsStore.create(folder, Optional.of("https://example.org/other/")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("was created with the base https://example.org/news/");
  }

  @Test
  void a_second_opening_in_one_process_is_refused_and_the_first_goes_on() {
    try (NewsStore store = create()) {
      assertThatThrownBy(() -> NewsStore.open(folder))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("already open");
      assertThat(store.digest("x")).isEmpty();
    }
    create().close();
  }

  @Test
  void a_second_process_is_refused_in_one_sentence_that_names_the_first() throws Exception {
    try (NewsStore store = create()) {
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Opening.class.getName(),
                  folder.toString())
              .redirectErrorStream(true)
              .start();
      String said =
          new String(
              other.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(said)
          .contains(
              "another process (pid " + ProcessHandle.current().pid() + ") has this database open")
          .contains("newsgraph serve");
      assertThat(store.digest("x")).isEmpty();
    }
  }

  /** Main class of the second process. */
  public static final class Opening {
    private Opening() {}

    public static void main(String[] arguments) {
      try {
        NewsStore.open(Path.of(arguments[0])).close();
      } catch (StoreException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void a_folder_without_a_database_is_no_database() {
    assertThatThrownBy(() -> NewsStore.open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("there is no Newsgraph database here");
  }

  @Test
  void a_folder_with_other_files_is_left_alone() throws IOException {
    Files.writeString(folder.resolve("diary.txt"), "mine");
    assertThatThrownBy(this::create)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("holds other files");
    assertThat(folder).isDirectoryContaining("glob:**diary.txt");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_damaged_database_is_said_to_be_one() throws IOException {
    try (NewsStore store = create()) {
      store.put(graph(store, HandMade.harbour(), "d1"));
    }
    for (String index : List.of("SPOG.idn", "GSPO.idn", "POSG.idn", "nodes.idn")) {
      Path file = folder.resolve("Data-0001").resolve(index);
      byte[] noise = new byte[(int) Files.size(file)];
      java.util.Arrays.fill(noise, (byte) 0x7F);
      Files.write(file, noise);
    }
    assertThatThrownBy(() -> NewsStore.open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void a_change_after_the_clock_was_put_back_is_noticed() throws IOException {
    try (NewsStore store = create()) {
      store.put(graph(store, HandMade.harbour(), "d1"));
      String before = store.versionStamp();
      Path changed = folder.resolve("Data-0001").resolve("GSPO.bpt");
      Files.setLastModifiedTime(changed, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
      assertThat(store.versionStamp()).isNotEqualTo(before);
    }
  }

  @Test
  void on_a_nearly_full_disk_nothing_is_written_and_nothing_lost() {
    long[] left = {1L << 30};
    try (NewsStore store =
        NewsStore.create(new DatabaseFolder(folder), Optional.empty(), () -> left[0])) {
      store.put(graph(store, HandMade.harbour(), "d1"));
      left[0] = DiskSpace.MIN_FREE - 1;
      assertThatThrownBy(() -> store.put(graph(store, HandMade.market(), "d1")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("nearly full (63 MiB left)");
      assertThat(store.digest("market")).isEmpty();
      assertThat(store.digest("harbour 1")).contains("d1");
      assertThatThrownBy(() -> Backup.of(store)).hasMessageContaining("nearly full");
      assertThat(folder.resolve("backups")).isEmptyDirectory();
    }
  }

  @Test
  void a_crash_between_a_checkpoint_and_the_deletion_of_the_text_index_rebuilds_it()
      throws IOException {
    Path text = folder.resolve("text");
    Path atCrash = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-text"));
    AtomicBoolean isCheckpointing = new AtomicBoolean();
    Node ada;
    // The free space is looked up while the database is rebuilt.
    LongSupplier usableSpace =
        () -> {
          if (isCheckpointing.getAndSet(false)) {
            copyFiles(text, atCrash);
          }
          return 1L << 30;
        };
    try (NewsStore store =
        NewsStore.create(new DatabaseFolder(folder), Optional.empty(), usableSpace)) {
      ada = store.iris().entity("Ada Novak");
      store.put(graph(store, HandMade.empty("market", "Nothing happened.")));
      assertThat(store.names(List.of(ada)).get(ada).all()).isEmpty();
      store.writer().log(List.of(graph(store, HandMade.harbour())));
      // So many articles that the checkpoint rebuilds the database.
      store.writer().log(new MadeUpCorpus(200).all().map(it -> graph(store, it)).toList());
      isCheckpointing.set(true);
      store.writer().checkpoint();
    }
    copyFiles(atCrash, text);
    try (NewsStore store = NewsStore.open(folder)) {
      assertThat(store.names(List.of(ada)).get(ada).all()).contains("Ada Novak");
    }
  }

  private static void copyFiles(Path from, Path to) {
    try (var old = Files.list(to);
        var files = Files.list(from)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_log_that_cannot_be_read_releases_the_database() throws IOException {
    create().close();
    Files.write(folder.resolve("wal"), new byte[] {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 9});
    assertThatThrownBy(this::create)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("the write-ahead log is damaged");
    try (NewsStore store = NewsStore.openReadOnly(folder)) {
      assertThat(store.articles()).isEmpty();
    }
    Files.delete(folder.resolve("wal"));
    create().close();
  }

  @Test
  void statistics_count_what_articles_share_once() {
    try (NewsStore store = create()) {
      store.put(graph(store, HandMade.harbour(), "d1"));
      store.put(graph(store, HandMade.market(), "d1"));
      DatasetStatistics found = DatasetStatistics.of(store);
      assertThat(found.articles()).isEqualTo(2);
      assertThat(found.statements())
          .isEqualTo(
              Map.of(
                  StatementKind.DIRECT, 3L, StatementKind.MIXED, 1L, StatementKind.INDIRECT, 2L));
      assertThat(found.allStatements()).isEqualTo(6);
      assertThat(found.speakers()).isEqualTo(2);
      // Blake can be a different person in each article.
      assertThat(found.entities())
          .isEqualTo(
              Map.of(
                  EntityType.PERSON, 3L,
                  EntityType.ORGANISATION, 1L,
                  EntityType.PLACE, 1L,
                  EntityType.OTHER, 1L));
      assertThat(found.mentions()).isEqualTo(10);
      assertThat(found.roles()).isEqualTo(1);
      assertThat(found.quads()).isGreaterThan(100);
    }
  }

  @Test
  void validation_accepts_what_was_built_and_names_what_is_wrong() {
    try (NewsStore store = create()) {
      store.put(graph(store, HandMade.harbour(), "d1"));
      store.put(graph(store, HandMade.market(), "d1"));
      assertThat(Validation.of(store).problems()).isEmpty();

      ArticleGraph whole = graph(store, HandMade.market(), "d1");
      List<Triple> without = new ArrayList<>(whole.triples());
      without.removeIf(triple -> triple.getPredicate().equals(News.content));
      store.put(new ArticleGraph(whole.name(), without));
      assertThat(Validation.of(store).problems())
          .singleElement()
          .asString()
          .contains("/article/market#statement=15,43: needs its content, once (<news:content>)");
    }
  }

  private NewsStore create() {
    return NewsStore.create(folder, Optional.empty());
  }

  private static ArticleGraph graph(NewsStore store, Extraction extraction) {
    return graph(store, extraction, "digest");
  }

  private static ArticleGraph graph(NewsStore store, Extraction extraction, String digest) {
    return ArticleGraph.of(extraction, store.iris(), PROVENANCE, digest);
  }

  private static Graph graph(List<Triple> triples) {
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    return graph;
  }

  private static Graph stored(NewsStore store, String id) {
    return store.read(
        dataset -> {
          Graph copy = GraphFactory.createDefaultGraph();
          GraphUtil.addInto(copy, dataset.getGraph(store.iris().article(id)));
          return copy;
        });
  }

  private static boolean ask(NewsStore store, String query) {
    String prefixes = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";
    return store.read(
        dataset -> {
          try (QueryExec run = QueryExec.dataset(dataset).query(prefixes + query).build()) {
            return run.ask();
          }
        });
  }
}
