package org.newsgraph.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.export.format.ExportFormat;
import org.newsgraph.export.format.ExportOptions;
import org.newsgraph.export.rdf.RdfExport;
import org.newsgraph.extract.EntityType;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StoreException;
import org.newsgraph.store.dump.Dump;

/** Tests that a graph exported as RDF is imported unchanged. */
class RdfExportTest {
  private static final String QUADS = "GRAPH ?g { ?s ?p ?o }";

  private static void nothing() {}

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dump.nq.gz", "dump.nq.bz2", "dump.nq", "dump.trig", "dump.jsonld.gz"})
  void a_dump_that_is_imported_again_is_the_same_database(String name) {
    Path file = folder.resolve(name);
    DatasetGraph original;
    try (NewsStore store = Database.create(folder.resolve("a"))) {
      Txn.exec(
          store.dataset(),
          TxnType.WRITE,
          () ->
              store
                  .dataset()
                  .add(
                      NodeFactory.createURI("https://other.example.org/g"),
                      NodeFactory.createBlankNode(),
                      NodeFactory.createURI("https://other.example.org/p"),
                      NodeFactory.createLiteralLang("mehr", "de")));
      Database.export(
          store, ExportFormat.of(name).orElseThrow().exporter(ExportOptions.NONE), file);
      original = Database.copy(store);
    }
    Dump.Loaded loaded =
        Dump.of(file).load(folder.resolve("b"), Optional.empty(), RdfExportTest::nothing);
    assertThat(loaded.articles()).isEqualTo(3);
    try (NewsStore store = NewsStore.open(folder.resolve("b"))) {
      assertThat(store.iris().base()).isEqualTo("https://news.example.org/");
      assertThat(IsoMatcher.isomorphic(original, Database.copy(store))).isTrue();
      assertThat(loaded.quads()).isEqualTo(Database.count(store, QUADS));
      assertThat(store.articles()).hasSize(3);
    }
    assertThat(folder.resolve("b/unfinished")).doesNotExist();
  }

  @Test
  void turtle_holds_the_triples_that_queries_see() {
    try (NewsStore store = Database.create(folder.resolve("a"))) {
      Path file = Database.export(store, RdfExport.TURTLE, folder.resolve("a.ttl"));
      assertThat(RDFDataMgr.loadGraph(file.toString()).size())
          .isEqualTo(Database.count(store, "?s ?p ?o"));
    }
  }

  @Test
  void a_folder_of_parts_is_one_dump() throws IOException {
    Path parts = Files.createDirectory(folder.resolve("parts"));
    DatasetGraph original;
    try (NewsStore store = Database.create(folder.resolve("a"))) {
      Path whole = Database.export(store, RdfExport.NQUADS, folder.resolve("whole.nq"));
      List<String> lines = Files.readAllLines(whole);
      Files.write(parts.resolve("part-00000"), lines.subList(0, 50));
      Files.write(parts.resolve("part-00001-x.nq"), lines.subList(50, lines.size()));
      Files.writeString(parts.resolve("_SUCCESS"), "");
      original = Database.copy(store);
    }
    Dump.of(parts).load(folder.resolve("b"), Optional.empty(), RdfExportTest::nothing);
    try (NewsStore store = NewsStore.open(folder.resolve("b"))) {
      assertThat(IsoMatcher.isomorphic(original, Database.copy(store))).isTrue();
    }
  }

  @Test
  void the_output_of_a_cluster_is_a_dump_once_its_job_has_ended() throws IOException {
    Path output = folder.resolve("output");
    Path quads = Files.createDirectories(output.resolve("quads"));
    for (String other : List.of("_work/found", "tables/articles", "quads/_temporary")) {
      Path part = Files.createDirectories(output.resolve(other));
      Files.writeString(part.resolve("part-00000.parquet"), "PAR1");
      Files.writeString(part.resolve("part-00000"), "not a quad");
    }
    try (NewsStore store = Database.create(folder.resolve("a"))) {
      Database.export(store, RdfExport.NQUADS, quads.resolve("part-00000.nq.gz"));
    }
    assertThatThrownBy(() -> Dump.of(output)).hasMessageContaining("the job has not finished");
    Files.writeString(quads.resolve("_SUCCESS"), "");
    Dump.of(output).load(folder.resolve("b"), Optional.empty(), RdfExportTest::nothing);
    assertThat(isSame("a", "b")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dump.nq", "dump.nq.gz", "dump.nq.bz2"})
  void a_dump_is_read_from_a_stream(String name) throws IOException {
    Path file = folder.resolve(name);
    try (NewsStore store = Database.create(folder.resolve("a"))) {
      Database.export(store, RdfExport.NQUADS, file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      Dump.of(in, "standard input")
          .load(folder.resolve("b"), Optional.empty(), RdfExportTest::nothing);
    }
    assertThat(isSame("a", "b")).isTrue();
  }

  private boolean isSame(String one, String other) {
    try (NewsStore a = NewsStore.open(folder.resolve(one));
        NewsStore b = NewsStore.open(folder.resolve(other))) {
      return IsoMatcher.isomorphic(Database.copy(a), Database.copy(b));
    }
  }

  @Test
  void articles_that_are_imported_take_the_place_of_the_old_ones_and_words_are_found() {
    Path file = folder.resolve("a.nq");
    try (NewsStore store = Database.create(folder.resolve("a"))) {
      Database.export(store, RdfExport.NQUADS, file);
      Txn.exec(
          store.dataset(),
          TxnType.WRITE,
          () ->
              store
                  .dataset()
                  .add(
                      store.iris().article("market"),
                      store.iris().article("market"),
                      News.digest,
                      NodeFactory.createLiteralString("another")));
      assertThat(Database.count(store, QUADS)).isGreaterThan(0);
    }
    Dump.of(file).load(folder.resolve("a"), Optional.empty(), RdfExportTest::nothing);
    try (NewsStore store = NewsStore.open(folder.resolve("a"))) {
      assertThat(store.digest("market")).contains("d2");
      assertThat(
              Database.rows(
                  store,
                  "SELECT ?a { ?a a news:Article ; news:digest ?d FILTER (?d = 'another') }"))
          .isEmpty();
      assertThat(Database.count(store, "?s text:query (news:content 'forgotten')")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dump.nq:<http://x> <http://y> \"broken .\n",
        "dump.nq:<https://x/a> <https://x/b> <https://x/c> .\n",
        "dump.nq:",
        "dump.nq.gz:no gzip",
        "dump.ttl:<http://x> <http://y> 1 .",
        "dump.jsonld:{\"@context\": \"http://127.0.0.1:9/none\", \"@id\": \"http://x\"}",
        "dump.jsonld:[",
        "dump.trig:<http://g> { <http://x> <http://y> "
      })
  void what_is_no_dump_gets_one_sentence_and_leaves_no_database(String nameAndText)
      throws IOException {
    String[] parts = nameAndText.split(":", 2);
    Path file = Files.writeString(folder.resolve(parts[0]), parts[1]);
    Path database = folder.resolve("b");
    assertThatThrownBy(() -> Dump.of(file).load(database, Optional.empty(), RdfExportTest::nothing))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString());
    assertThat(database.resolve("newsgraph.properties")).doesNotExist();
    assertThat(database.resolve("staging")).doesNotExist();
  }

  @Test
  void a_dump_with_another_base_gets_one_sentence() {
    Path file = folder.resolve("a.nq");
    try (NewsStore store = Database.create(folder.resolve("a"))) {
      Database.export(store, RdfExport.NQUADS, file);
    }
    NewsStore.create(folder.resolve("b"), Optional.of(Iris.DEFAULT_BASE)).close();
    assertThatThrownBy(
            () -> Dump.of(file).load(folder.resolve("b"), Optional.empty(), RdfExportTest::nothing))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("import the dump into a new database");
  }

  @Test
  void a_cut_leaves_articles_of_its_days_and_entities_of_its_types() {
    try (NewsStore store = Database.create(folder.resolve("a"))) {
      ExportFilter days =
          new ExportFilter(
              Optional.of(LocalDate.of(2016, 10, 13)),
              Optional.of(LocalDate.of(2016, 10, 13)),
              Set.of(),
              0);
      long dated = Database.count(store, "?a dcterms:issued ?d FILTER (STR(?d) = '2016-10-13')");
      assertThat(cut(store, days, "days.nq", News.Article)).isEqualTo(dated).isPositive();

      ExportFilter people =
          new ExportFilter(Optional.empty(), Optional.empty(), Set.of(EntityType.PERSON), 0);
      assertThat(cut(store, people, "people.nq", News.Entity))
          .isEqualTo(Database.count(store, "{ SELECT DISTINCT ?e { ?e a news:Person } }"));
      assertThat(cut(store, people, "people2.nq", News.Mention))
          .isEqualTo(Database.count(store, "?m news:refersTo ?e . ?e a news:Person"));

      ExportFilter often = new ExportFilter(Optional.empty(), Optional.empty(), Set.of(), 3);
      assertThat(cut(store, often, "often.nq", News.Entity))
          .isEqualTo(
              Database.count(
                  store,
                  "{ SELECT ?e { ?m news:refersTo ?e } GROUP BY ?e HAVING (COUNT(?m) >= 3) }"))
          .isPositive();
    }
  }

  private long cut(NewsStore store, ExportFilter cut, String name, Node type) {
    Path file = Database.export(store, RdfExport.NQUADS, cut, folder.resolve(name));
    DatasetGraph read = DatasetGraphFactory.create();
    RDFDataMgr.read(read, file.toString());
    return read.stream(Node.ANY, Node.ANY, Node.ANY, type)
        .map(quad -> quad.getSubject())
        .distinct()
        .count();
  }
}
