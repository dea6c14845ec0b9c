package org.newsgraph.serve.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.query.SparqlRunner;

/** Reads the contexts of statements: their sentences, from the texts of their articles. */
final class ContextReader {
  private static final String TEXTS =
      "SELECT ?article ?text { VALUES ?article { %s } ?article news:text ?text }";

  private final Map<Node, Text> texts;

  /**
   * Reads the texts of the articles of statements.
   *
   * @param rows rows with {@code ?article}
   */
  ContextReader(SparqlRunner lookup, List<Map<String, Node>> rows) {
    String articles =
        rows.stream()
            .map(row -> SparqlRunner.term(row.get("article")))
            .distinct()
            .collect(Collectors.joining(" "));
    this.texts =
        articles.isEmpty()
            ? Map.of()
            : lookup.rows(TEXTS.formatted(articles), Map.of()).rows().stream()
                .collect(
                    Collectors.toMap(
                        row -> row.get("article"),
                        row -> new Text(row.get("text").getLiteralLexicalForm()),
                        (first, second) -> first));
  }

  /**
   * Returns the context of a statement; empty if its graph does not give it.
   *
   * @param row a row with {@code ?article}, {@code ?contextBegin} and {@code ?contextEnd}
   */
  Optional<StatementSearch.Context> read(Map<String, Node> row) {
    Text text = texts.get(row.get("article"));
    int begin = offset(row, "contextBegin");
    int end = offset(row, "contextEnd");
    return text == null || begin < 0 || end <= begin || end > text.length()
        ? Optional.empty()
        : Optional.of(
            new StatementSearch.Context(text.substring(new Span(begin, end)), begin, end));
  }

  private static int offset(Map<String, Node> row, String name) {
    return StatementSearch.text(row, name).map(Integer::parseInt).orElse(-1);
  }
}
