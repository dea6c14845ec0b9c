package org.newsgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.NewsStore;

/** A test database with handwritten articles, and queries of it. */
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

  /** Adds an article that mentions one entity, by a name that extraction would not produce. */
  static void add(NewsStore store, String id, String name) {
    Txn.exec(store.dataset(), TxnType.WRITE, () -> add(store.dataset(), store.iris(), id, name));
  }

  static void add(DatasetGraph dataset, Iris iris, String id, String name) {
    Node article = iris.article(id);
    Node entity = iris.entityIn(article, "odd");
    Node mention = NodeFactory.createURI(article.getURI() + "#char=0,1");
    Map<Node, Node> types =
        Map.of(article, News.Article, entity, News.Entity, mention, News.Mention);
    types.forEach((it, type) -> dataset.add(article, it, RDF.type.asNode(), type));
    for (Node it : List.of(article, entity, mention)) {
      dataset.add(article, it, RDFS.label.asNode(), string(name));
    }
    dataset.add(article, article, DCTerms.identifier.asNode(), string(id));
    dataset.add(article, article, News.text, string(name + "."));
    dataset.add(article, article, News.mention, mention);
    dataset.add(article, article, News.mentions, entity);
    dataset.add(article, mention, News.refersTo, entity);
    dataset.add(article, mention, News.exact, string(name));
  }

  private static Node string(String text) {
    return NodeFactory.createLiteralString(text);
  }

  /** Exports a subset to a file or folder. */
  static Path export(NewsStore store, Exporter exporter, ExportFilter cut, Path file) {
    return store.read(
        dataset -> {
          exporter.write(
              new DatasetSubset(dataset, store.iris(), cut, () -> {}),
              new Destination(file, false, System.out));
          return file;
        });
  }

  /** Exports a complete dataset to a file or folder. */
  static Path export(DatasetGraph dataset, Iris iris, Exporter exporter, Path file) {
    exporter.write(
        new DatasetSubset(dataset, iris, ExportFilter.NONE, () -> {}),
        new Destination(file, true, System.out));
    return file;
  }

  static Path export(NewsStore store, Exporter exporter, Path file) {
    return export(store, exporter, ExportFilter.NONE, file);
  }

  /** Returns the number that a query yields; the prefixes are predefined. */
  static long count(NewsStore store, String pattern) {
    return store.read(dataset -> count(dataset, "SELECT (COUNT(*) AS ?n) { " + pattern + " }"));
  }

  private static long count(DatasetGraph dataset, String query) {
    try (QueryExec run = QueryExec.dataset(dataset).query(PREFIXES + query).build()) {
      return ((Number) run.select().next().get("n").getLiteralValue()).longValue();
    }
  }

  /** Returns the rows of a query, sorted, with their values joined by " | ". */
  static List<String> rows(NewsStore store, String query) {
    return store.read(
        dataset -> {
          Query parsed = QueryFactory.create(PREFIXES + query);
          try (QueryExec run = QueryExec.dataset(dataset).query(parsed).build()) {
            List<String> rows = new ArrayList<>();
            run.select()
                .forEachRemaining(
                    row ->
                        rows.add(
                            parsed.getResultVars().stream()
                                .map(row::get)
                                .map(
                                    it -> it.isLiteral() ? it.getLiteralLexicalForm() : it.getURI())
                                .collect(Collectors.joining(" | "))));
            return rows.stream().sorted().toList();
          }
        });
  }

  /** Returns a copy of the database in memory. */
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
