package org.newsgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.NewsStore;

/** A database with the hand-made articles, and what is asked of it. */
final class Database {
  private static final Provenance PROVENANCE =
      new Provenance("0.1.0", Instant.parse("2026-01-02T03:04:05Z"));

  private Database() {}

  static NewsStore create(Path folder) {
    NewsStore store = NewsStore.create(folder, Optional.of("https://news.example.org/"));
    store.put(ArticleGraph.of(HandMade.harbour(), store.iris(), PROVENANCE, "d1"));
    store.put(ArticleGraph.of(HandMade.market(), store.iris(), PROVENANCE, "d2"));
    store.put(ArticleGraph.of(HandMade.ferry(), store.iris(), PROVENANCE, "d3"));
    return store;
  }

  /** Writes an excerpt to a file or folder. */
  static Path export(NewsStore store, Exporter exporter, Cut cut, Path file) {
    return store.read(
        dataset -> {
          exporter.write(
              new Excerpt(dataset, store.iris(), cut, () -> {}),
              new Destination(file, false, System.out));
          return file;
        });
  }

  static Path export(NewsStore store, Exporter exporter, Path file) {
    return export(store, exporter, Cut.NONE, file);
  }

  /** The number that a query answers; its prefixes are known. */
  static long count(NewsStore store, String pattern) {
    return store.read(dataset -> count(dataset, "SELECT (COUNT(*) AS ?n) { " + pattern + " }"));
  }

  private static long count(DatasetGraph dataset, String query) {
    try (QueryExec run = QueryExec.dataset(dataset).query(PREFIXES + query).build()) {
      return ((Number) run.select().next().get("n").getLiteralValue()).longValue();
    }
  }

  /** The rows of a query, their values joined by " | ", sorted. */
  static List<String> rows(NewsStore store, String query) {
    return store.read(
        dataset -> {
          try (QueryExec run = QueryExec.dataset(dataset).query(PREFIXES + query).build()) {
            List<String> rows = new ArrayList<>();
            run.select()
                .forEachRemaining(
                    row -> {
                      List<String> cells = new ArrayList<>();
                      row.vars()
                          .forEachRemaining(
                              it ->
                                  cells.add(
                                      row.get(it).isLiteral()
                                          ? row.get(it).getLiteralLexicalForm()
                                          : row.get(it).toString()));
                      rows.add(String.join(" | ", cells));
                    });
            return rows.stream().sorted().toList();
          }
        });
  }

  /** A copy in memory of all that is stored. */
  static DatasetGraph copy(NewsStore store) {
    DatasetGraph copy = DatasetGraphFactory.create();
    store.read(
        dataset -> {
          dataset.find().forEachRemaining(copy::add);
          return null;
        });
    assertThat(copy.isEmpty()).isFalse();
    return copy;
  }

  private static final String PREFIXES =
      """
      PREFIX news: <https://w3id.org/newsgraph/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX text: <http://jena.apache.org/text#>
      """;
}
