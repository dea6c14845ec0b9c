package org.newsgraph.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.query.entity.EntityCounts;
import org.newsgraph.store.NewsStore;

class DatasetStatisticsTest {
  private static final Provenance PROVENANCE =
      new Provenance("0.1.0", Instant.parse("2026-01-02T03:04:05Z"));

  @TempDir Path folder;

  @Test
  void it_counts_what_sparql_counts() {
    try (NewsStore store = twoArticles()) {
      DatasetStatistics counted = DatasetStatistics.of(store);
      assertThat(counted.classes())
          .isEqualTo(groups(store, "SELECT ?x (COUNT(DISTINCT ?s) AS ?n) { ?s a ?x } GROUP BY ?x"));
      assertThat(counted.properties())
          .isEqualTo(groups(store, "SELECT ?x (COUNT(*) AS ?n) { ?s ?x ?o } GROUP BY ?x"));
      assertThat(counted.triples())
          .isEqualTo(
              groups(store, "SELECT ?x (COUNT(*) AS ?n) { ?s ?p ?o BIND(1 AS ?x) } GROUP BY ?x")
                  .get("1"));
      assertThat(counted.speakers())
          .isEqualTo(
              groups(
                      store,
                      "PREFIX news: <https://w3id.org/newsgraph/ontology#> SELECT ?x (COUNT(DISTINCT ?o) AS ?n) { ?s news:speaker ?o BIND(1 AS ?x) } GROUP BY ?x")
                  .get("1"));
    }
  }

  @Test
  void only_what_was_said_is_counted_as_a_statement() {
    try (NewsStore store = twoArticles()) {
      DatasetStatistics before = DatasetStatistics.of(store);
      store.put(ArticleGraph.of(HandMade.council(), store.iris(), PROVENANCE, "digest"));
      DatasetStatistics after = DatasetStatistics.of(store);
      assertThat(after.allStatements()).isEqualTo(before.allStatements() + 1);
      assertThat(after.speakers()).isEqualTo(before.speakers());
    }
  }

  @Test
  void reports_of_speech_acts_are_a_figure_of_their_own() {
    try (NewsStore store = twoArticles()) {
      DatasetStatistics before = DatasetStatistics.of(store);
      assertThat(before.reports()).isZero();
      store.put(ArticleGraph.of(HandMade.appeal(), store.iris(), PROVENANCE, "digest"));
      DatasetStatistics after = DatasetStatistics.of(store);
      assertThat(after.reports()).isEqualTo(2);
      assertThat(after.allStatements()).isEqualTo(before.allStatements() + 1);
      // Only the Harbour Party makes a statement; Ada Novak and a minister condemn and announce.
      assertThat(after.speakers()).isEqualTo(before.speakers() + 1);
      store.delete("market");
      store.delete("harbour 1");
      assertThat(DatasetStatistics.of(store).speakers()).isEqualTo(1);
    }
  }

  @Test
  void reports_do_not_count_as_statements_of_an_entity() {
    try (NewsStore store = twoArticles()) {
      Node ada = store.iris().entity("Ada Novak");
      long before = store.read(it -> EntityCounts.of(it, ada)).statements();
      store.put(ArticleGraph.of(HandMade.appeal(), store.iris(), PROVENANCE, "digest"));
      assertThat(store.read(it -> EntityCounts.of(it, ada)).statements())
          .isEqualTo(before)
          .isPositive();
    }
  }

  @Test
  void an_empty_database_holds_nothing() {
    try (NewsStore store = NewsStore.create(folder, Optional.empty())) {
      DatasetStatistics counted = DatasetStatistics.of(store);
      assertThat(counted.classes()).isEmpty();
      assertThat(counted.triples()).isZero();
      assertThat(counted.articles()).isZero();
    }
  }

  @Test
  void what_was_counted_holds_until_something_changes() {
    try (NewsStore store = twoArticles()) {
      StatisticsFile.count(store);
    }
    try (NewsStore store = NewsStore.open(folder)) {
      StatisticsFile kept = StatisticsFile.read(store).orElseThrow();
      assertThat(kept.statistics()).isEqualTo(DatasetStatistics.of(store));
      assertThat(kept.isCurrent(store)).isTrue();
      store.delete("market");
      assertThat(kept.isCurrent(store)).isFalse();
    }
    try (NewsStore store = NewsStore.open(folder)) {
      assertThat(StatisticsFile.read(store).orElseThrow().isCurrent(store)).isFalse();
    }
  }

  @Test
  void a_damaged_file_is_counted_again() throws Exception {
    try (NewsStore store = twoArticles()) {
      StatisticsFile.count(store);
      for (String text : List.of("", "{", "[]", "{\"statistics\":3}", "{\"other\":true}")) {
        Files.writeString(folder.resolve("statistics.json"), text);
        assertThat(StatisticsFile.read(store).filter(it -> it.isCurrent(store))).as(text).isEmpty();
      }
    }
  }

  private NewsStore twoArticles() {
    NewsStore store = NewsStore.create(folder, Optional.empty());
    for (Extraction extraction : List.of(HandMade.harbour(), HandMade.market())) {
      store.put(ArticleGraph.of(extraction, store.iris(), PROVENANCE, "digest"));
    }
    return store;
  }

  private static Map<String, Long> groups(NewsStore store, String query) {
    return store.read(
        dataset -> {
          Map<String, Long> counts = new TreeMap<>();
          try (QueryExec run =
              QueryExec.dataset(dataset).query(QueryFactory.create(query)).build()) {
            run.select()
                .forEachRemaining(
                    row ->
                        counts.put(
                            row.get("x").isURI()
                                ? row.get("x").getURI()
                                : row.get("x").getLiteralLexicalForm(),
                            ((Number) row.get("n").getLiteralValue()).longValue()));
          }
          return counts;
        });
  }
}
