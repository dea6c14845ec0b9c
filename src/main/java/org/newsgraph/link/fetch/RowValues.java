package org.newsgraph.link.fetch;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.newsgraph.link.Item;
import org.newsgraph.link.wikidata.WikidataValues;

/** Values of variables in a row of results. */
final class RowValues {
  private RowValues() {}

  static Optional<Node> node(Binding row, String variable) {
    return Optional.ofNullable(row.get(Var.alloc(variable)));
  }

  /** Returns the text of a literal or the IRI; empty if the variable is unbound or a blank node. */
  static Optional<String> text(Binding row, String variable) {
    return node(row, variable)
        .flatMap(
            node ->
                node.isLiteral()
                    ? Optional.of(node.getLiteralLexicalForm())
                    : node.isURI() ? Optional.of(node.getURI()) : Optional.empty());
  }

  /** Returns a number; 0 if the value is not an integer. */
  static long number(Binding row, String variable) {
    try {
      return text(row, variable).map(Long::parseLong).orElse(0L);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Returns the number of an item, without the Q; 0 if the value is not an item. */
  static int item(Binding row, String variable) {
    return text(row, variable)
        .filter(iri -> iri.startsWith(Item.WIKIDATA))
        .map(iri -> WikidataValues.number(iri.substring(Item.WIKIDATA.length())))
        .orElse(0);
  }

  /** Returns a time in seconds since 1970; 0 if the value is not a time with a zone. */
  static long seconds(Binding row, String variable) {
    try {
      return text(row, variable).map(it -> OffsetDateTime.parse(it).toEpochSecond()).orElse(0L);
    } catch (DateTimeException e) {
      return 0;
    }
  }
}
