package org.newsgraph.store.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.corpus.MadeUpCorpus;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoreException;

/** Tests of the write-ahead log and its checkpoint. */
class WriteAheadLogTest {
  private static final Provenance PROVENANCE =
      new Provenance("0.1.0", Instant.parse("2026-01-02T03:04:05Z"));

  /** Number of articles for which a checkpoint rebuilds the database instead of transactions. */
  private static final int MANY = 200;

  private static final int FEW = 10;

  /** Contents of databases by the number of their articles, for all tests. */
  private static final Map<Integer, Set<Quad>> PUT_AT_ONCE = new HashMap<>();

  @TempDir Path folder;

  private NewsStore create(String name) {
    return NewsStore.create(folder.resolve(name), Optional.empty());
  }

  private static List<ArticleGraph> madeUp(NewsStore store, int number) {
    return new MadeUpCorpus(number).all().map(it -> graph(store, it)).toList();
  }

  private static ArticleGraph graph(NewsStore store, Extraction extraction) {
    return ArticleGraph.of(extraction, store.iris(), PROVENANCE, "digest");
  }

  private static Set<Quad> quads(NewsStore store) {
    return store.read(
        dataset -> {
          Set<Quad> quads = new HashSet<>();
          dataset.find().forEachRemaining(quads::add);
          return quads;
        });
  }

  private static List<String> names(NewsStore store) {
    Node ada = store.iris().entity("Ada Novak");
    return store.names(List.of(ada)).get(ada).all();
  }

  /** Returns the contents of a database into which all articles were put at once. */
  private Set<Quad> putAtOnce(int number) {
    return PUT_AT_ONCE.computeIfAbsent(
        number,
        it -> {
          try (NewsStore store = create("at once")) {
            store.writer().putAll(madeUp(store, it));
            return quads(store);
          }
        });
  }

  private void thenItIsAsIfPutAtOnce(int number) {
    Set<Quad> expected = putAtOnce(number);
    try (NewsStore store = create("later")) {
      List<ArticleGraph> graphs = madeUp(store, number);
      store.put(graph(store, HandMade.empty(graphsId(graphs.get(3)), "Nothing happened.")));
      store.put(graphs.get(0));
      Set<Quad> before = quads(store);
      store.writer().log(graphs.subList(1, 5));
      store.writer().log(graphs.subList(5, number));
      assertThat(quads(store)).isEqualTo(before);
      store.writer().checkpoint();
      assertThat(quads(store)).isEqualTo(expected);
      assertThat(folder.resolve("later").resolve("wal")).doesNotExist();
    }
    try (NewsStore store = NewsStore.open(folder.resolve("later"))) {
      assertThat(quads(store)).isEqualTo(expected);
    }
  }

  private static String graphsId(ArticleGraph graph) {
    String iri = graph.name().getURI();
    return iri.substring(iri.lastIndexOf('/') + 1);
  }

  @Test
  void what_waits_nobody_sees_and_then_it_is_as_if_put_at_once() {
    thenItIsAsIfPutAtOnce(MANY);
  }

  @Test
  void so_it_is_with_a_few() {
    thenItIsAsIfPutAtOnce(FEW);
  }

  @Test
  void words_and_names_are_found_after_it_and_those_of_a_replaced_article_no_more() {
    try (NewsStore store = create("db")) {
      store.put(graph(store, HandMade.harbour()));
      assertThat(names(store)).isNotEmpty();
      store.writer().log(List.of(graph(store, HandMade.empty("harbour 1", "Nothing happened."))));
      store.writer().log(madeUp(store, MANY));
      store.writer().checkpoint();
      assertThat(names(store)).isEmpty();
      store.put(graph(store, HandMade.harbour()));
      assertThat(names(store)).isNotEmpty();
    }
  }

  private void thenTheLaterVersionStays(int others) {
    Set<Quad> expected = new HashSet<>(putAtOnce(others));
    ArticleGraph last;
    try (NewsStore store = create("expected")) {
      last = graph(store, HandMade.empty("harbour 1", "Much happened."));
      store.put(last);
      expected.addAll(quads(store));
    }
    try (NewsStore store = create("db")) {
      ArticleGraph first = graph(store, HandMade.harbour());
      ArticleGraph second = graph(store, HandMade.empty("harbour 1", "Nothing happened."));
      store.writer().log(List.of(first));
      store.writer().log(madeUp(store, others));
      store.writer().log(List.of(first, second, last));
      store.writer().checkpoint();
      assertThat(quads(store)).isEqualTo(expected);
      assertThat(names(store)).isEmpty();
    }
  }

  @Test
  void of_versions_of_an_article_that_wait_the_last_one_stays() {
    thenTheLaterVersionStays(MANY);
  }

  @Test
  void so_it_does_among_a_few() {
    thenTheLaterVersionStays(FEW);
  }

  @Test
  void after_a_crash_whoever_opens_the_database_puts_in_what_waits() {
    Set<Quad> expected = putAtOnce(MANY);
    try (NewsStore store = create("db")) {
      assertThat(store.writer().log(madeUp(store, MANY))).isPositive();
      assertThat(quads(store)).isEmpty();
    }
    try (NewsStore store = NewsStore.openReadOnly(folder.resolve("db"))) {
      assertThat(quads(store)).isEmpty();
    }
    try (NewsStore store = NewsStore.open(folder.resolve("db"))) {
      assertThat(quads(store)).isEqualTo(expected);
    }
  }

  @Test
  void a_batch_that_a_crash_cut_off_is_as_if_it_had_not_been_written() throws IOException {
    Path file = folder.resolve("db").resolve("wal");
    Set<Quad> first;
    long one;
    long both;
    try (NewsStore store = create("db")) {
      store.writer().log(madeUp(store, FEW));
      one = Files.size(file);
      store.writer().log(List.of(graph(store, HandMade.harbour())));
      both = Files.size(file);
    }
    byte[] whole = Files.readAllBytes(file);
    try (NewsStore store = create("first")) {
      store.writer().putAll(madeUp(store, FEW));
      first = quads(store);
    }
    for (long cut : List.of(one + 1, one + 11, one + 12, (one + both) / 2, both - 1)) {
      Path database = folder.resolve("cut" + cut);
      NewsStore.create(database, Optional.empty()).close();
      Files.write(database.resolve("wal"), whole);
      try (RandomAccessFile written =
          new RandomAccessFile(database.resolve("wal").toFile(), "rw")) {
        written.setLength(cut);
      }
      try (NewsStore store = NewsStore.open(database)) {
        assertThat(quads(store)).as("cut at %d of %d", cut, both).isEqualTo(first);
      }
    }
  }

  @Test
  void a_damaged_batch_is_told_and_leaves_the_database_as_it_was() throws IOException {
    Path database = folder.resolve("db");
    Set<Quad> before;
    try (NewsStore store = create("db")) {
      store.put(graph(store, HandMade.market()));
      before = quads(store);
      store.writer().log(madeUp(store, MANY));
    }
    Path file = database.resolve("wal");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(file, bytes);
    assertThatThrownBy(() -> NewsStore.open(database))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("wal: the write-ahead log is damaged");
    Files.delete(file);
    try (NewsStore store = NewsStore.open(database)) {
      assertThat(quads(store)).isEqualTo(before);
    }
  }
}
