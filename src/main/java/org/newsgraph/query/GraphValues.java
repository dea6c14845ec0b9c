package org.newsgraph.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;

/** Reads values of properties in one graph. */
public final class GraphValues {
  private GraphValues() {}

  public static Optional<Node> value(DatasetGraph dataset, Node graph, Node thing, Node property) {
    var found = dataset.find(graph, thing, property, Node.ANY);
    return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
  }

  public static List<Node> values(DatasetGraph dataset, Node graph, Node thing, Node property) {
    List<Node> values = new ArrayList<>();
    dataset
        .find(graph, thing, property, Node.ANY)
        .forEachRemaining(quad -> values.add(quad.getObject()));
    return values;
  }

  public static Optional<String> text(DatasetGraph dataset, Node graph, Node thing, Node property) {
    return value(dataset, graph, thing, property).map(GraphValues::text);
  }

  public static String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }

  /** Returns the label that a graph gives a resource; empty if it gives none. */
  public static String label(DatasetGraph dataset, Node graph, Node thing) {
    return text(dataset, graph, thing, RDFS.label.asNode()).orElse("");
  }
}
