package org.newsgraph.store.tdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.tdb2.store.QuadTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.corpus.MadeUpCorpus;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.bulk.CompactableDataset;

/** Tests that databases work the same with and without the patches of TDB2. */
class Tdb2PatchesTest {
  private static final int ARTICLES = 40;
  private static final Path QUERIES = Path.of("queries");

  @TempDir Path folder;

  @AfterEach
  void switchOn() {
    System.clearProperty(Tdb2Patches.PROPERTY);
  }

  private static QuadTable quads(NewsStore store) {
    return CompactableDataset.generation(store.rawDataset()).getQuadTable();
  }

  private static boolean isPatched(NewsStore store) {
    return quads(store).getNodeTupleTable() instanceof DistinctUnionTable;
  }

  private Path build(String name) {
    Path database = folder.resolve(name);
    try (NewsStore store = NewsStore.create(database, Optional.empty())) {
      List<ArticleGraph> graphs =
          new MadeUpCorpus(ARTICLES)
              .all()
              .map(
                  it ->
                      ArticleGraph.of(
                          it, store.iris(), new Provenance("0.1.0", Instant.EPOCH), "digest"))
              .toList();
      graphs.subList(0, ARTICLES / 2).forEach(store::put);
      store.writer().log(graphs.subList(ARTICLES / 2, ARTICLES));
      store.writer().checkpoint();
      store.delete(graphs.get(0).name().getURI());
      assertThat(store.compact()).isTrue();
    }
    return database;
  }

  private static Map<String, List<String>> answers(NewsStore store) throws IOException {
    Map<String, List<String>> answers = new TreeMap<>();
    try (Stream<Path> files = Files.list(QUERIES)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".rq")).toList()) {
        Query query = QueryFactory.create(Files.readString(file));
        if (query.isSelectType()) {
          answers.put(file.getFileName().toString(), store.read(ignored -> rows(store, query)));
        }
      }
    }
    return answers;
  }

  private static List<String> rows(NewsStore store, Query query) {
    List<String> rows = new ArrayList<>();
    try (QueryExec run = QueryExec.dataset(store.dataset()).query(query).build()) {
      RowSet found = run.select();
      while (found.hasNext()) {
        var row = found.next();
        StringBuilder line = new StringBuilder();
        for (Var variable : found.getResultVars()) {
          line.append(row.get(variable)).append('\t');
        }
        rows.add(line.toString());
      }
    }
    Collections.sort(rows);
    return rows;
  }

  @Tag("full")
  @Test
  void without_the_patches_a_database_gives_the_same_answers() throws IOException {
    Map<String, List<String>> expected;
    try (NewsStore store = NewsStore.open(build("on"))) {
      assertThat(isPatched(store)).isTrue();
      expected = answers(store);
    }
    assertThat(expected).isNotEmpty();
    assertThat(expected.values()).anySatisfy(rows -> assertThat(rows).isNotEmpty());

    System.setProperty(Tdb2Patches.PROPERTY, "off");
    for (Path database : List.of(build("off"), folder.resolve("on"))) {
      try (NewsStore store = NewsStore.open(database)) {
        assertThat(isPatched(store)).isFalse();
        assertThat(answers(store)).isEqualTo(expected);
      }
    }
    System.clearProperty(Tdb2Patches.PROPERTY);
    try (NewsStore store = NewsStore.open(folder.resolve("off"))) {
      assertThat(answers(store)).isEqualTo(expected);
    }
  }

  @Test
  void a_field_that_this_version_of_tdb2_does_not_have_is_left_out() {
    try (NewsStore store = NewsStore.create(folder.resolve("db"), Optional.empty())) {
      QuadTable quads = quads(store);
      NodeTupleTable before = quads.getNodeTupleTable();
      Tdb2Patches.replace(
          quads, QuadTable.class, "noSuchField", NodeTupleTable.class, DistinctUnionTable::wrap);
      Tdb2Patches.replace(
          "a string", String.class, "value", NodeTupleTable.class, DistinctUnionTable::wrap);
      assertThat(quads.getNodeTupleTable()).isSameAs(before);
    }
  }
}
