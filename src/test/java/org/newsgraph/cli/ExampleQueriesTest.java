package org.newsgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.NewsStore;

/** Every query of the folder "queries", over a built graph. */
class ExampleQueriesTest {
  private static final Path QUERIES = Path.of("queries");

  @TempDir static Path folder;
  private static NewsStore store;

  /** What the graph is built from: to ask about other articles, give their extractions here. */
  private static List<Extraction> extractions() {
    return List.of(HandMade.harbour(), HandMade.market());
  }

  @BeforeAll
  static void build() {
    store = NewsStore.create(folder, Optional.empty());
    Provenance provenance = new Provenance("0.1.0", Instant.parse("2026-01-02T03:04:05Z"));
    for (Extraction extraction : extractions()) {
      store.put(ArticleGraph.of(extraction, store.iris(), provenance, "digest"));
    }
  }

  @AfterAll
  static void close() {
    store.close();
  }

  static Stream<Path> queries() throws IOException {
    try (Stream<Path> files = Files.list(QUERIES)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void every_query_says_in_plain_words_what_it_asks_and_runs(Path file) throws IOException {
    assertThat(file.toString()).endsWith(".rq");
    String text = Files.readString(file);
    assertThat(text.lines().findFirst().orElse("")).matches("# [A-Z].*[.?]");
    // One names a person of the sample article, and so has nothing to say about others.
    boolean about = file.endsWith("one-speaker-as-graph.rq");
    assertThat(about || rows(file).size() > 0).as("an answer to %s", file).isTrue();
  }

  @Test
  void who_said_what_about_whom() {
    assertThat(rows("who-said-what-about-whom"))
        .containsExactly(
            "A docker in Aleppo | Harbour Party | the Harbour Party had failed",
            "Ada Novak | Aleppo | ‘Aleppo must not be forgotten.’",
            "Ada Novak | Aleppo | ‘Markets in Aleppo are open’",
            "Ada Novak | Blake | Blake was ‘wrong’ about the Olympics",
            "Ada Novak | Olympics | Blake was ‘wrong’ about the Olympics");
  }

  @Test
  void statements_about_aleppo_with_their_speakers() {
    assertThat(rows("statements-about-aleppo"))
        .containsExactly(
            "Ada Novak | Ada Novak | ‘Aleppo must not be forgotten.’",
            "Ada Novak | Ada Novak | ‘Markets in Aleppo are open’");
  }

  @Test
  void people_by_number_of_statements() {
    assertThat(rows("people-by-number-of-statements"))
        .containsExactly("Ada Novak | 3 | 2", "A docker in Aleppo | 2 | 1");
  }

  @Test
  void organisations_and_the_people_with_a_role_in_them() {
    assertThat(rows("organisations-and-their-people"))
        .containsExactly("Harbour Party | Ada Novak | Harbour Party leader");
    assertThat(rows("roles"))
        .containsExactly("Ada Novak | Harbour Party leader | Harbour Party leader | 23 | 43");
  }

  @Test
  void every_place_with_how_often_it_is_named() {
    assertThat(rows("places")).containsExactly("Aleppo | 3 | 2");
  }

  @Test
  void the_exact_words_behind_a_fact_stand_at_their_place_in_the_text() {
    List<String> rows = rows("evidence");
    assertThat(rows)
        .hasSize(6)
        .contains("harbour 1 | 60 | 91 | ‘Aleppo must not be forgotten.’ | Ada Novak | said")
        .contains("harbour 1 | 240 | 251 | talks go on |  | reported");
  }

  @Test
  void who_is_talked_about_but_never_quoted() {
    assertThat(rows("talked-about-never-quoted")).containsExactly("Blake | 1");
  }

  @Test
  void direct_against_indirect_speech_by_speaker() {
    assertThat(rows("direct-and-indirect-by-speaker"))
        .containsExactly("Ada Novak | 2 | 1 | 0", "A docker in Aleppo | 1 | 0 | 1");
  }

  @Test
  void statements_that_nobody_is_said_to_have_made() {
    assertThat(rows("statements-without-speaker"))
        .containsExactly("Harbour talks 🚢 stall | talks go on | reported");
  }

  @Test
  void speakers_without_a_name() {
    assertThat(rows("unnamed-speakers"))
        .containsExactly(
            "A docker in Aleppo | the Harbour Party had failed | Harbour talks 🚢 stall",
            "A docker in Aleppo | ‘We wait.’ | Harbour talks 🚢 stall");
  }

  @Test
  void articles_with_what_they_hold() {
    assertThat(rows("articles"))
        .hasSize(2)
        .anySatisfy(
            row ->
                assertThat(row)
                    .startsWith(
                        "harbour 1 | Harbour talks 🚢 stall | The Daily Test | 2016-10-13 | ")
                    .endsWith(" | 5 | 7"));
  }

  private static List<String> rows(String name) {
    return rows(QUERIES.resolve(name + ".rq"));
  }

  /** The rows of a query's answer, cells joined by " | "; for a graph its triples. */
  private static List<String> rows(Path file) {
    Query query = QueryFactory.read(file.toString());
    return store.read(
        dataset -> {
          try (QueryExec run = QueryExec.dataset(dataset).query(query).build()) {
            if (query.isConstructType()) {
              return run.construct().stream().map(Object::toString).toList();
            }
            Table table = Table.of(ResultSet.adapt(run.select()), query.getPrefixMapping());
            List<String> rows = new ArrayList<>();
            table.rows().forEach(row -> rows.add(String.join(" | ", row)));
            return rows;
          }
        });
  }
}
