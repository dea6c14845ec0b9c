package org.newsgraph.query.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.News;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.entity.EntityRef;

/**
 * The values of a resource's properties in one graph, read at once.
 *
 * @param values the values by property
 */
record ResourceValues(DatasetGraph dataset, Node graph, Map<Node, List<Node>> values) {
  static ResourceValues read(DatasetGraph dataset, Node graph, Node resource) {
    Map<Node, List<Node>> values = new HashMap<>();
    dataset
        .find(graph, resource, Node.ANY, Node.ANY)
        .forEachRemaining(
            quad ->
                values
                    .computeIfAbsent(quad.getPredicate(), it -> new ArrayList<>())
                    .add(quad.getObject()));
    return new ResourceValues(dataset, graph, values);
  }

  List<Node> nodes(Node property) {
    return values.getOrDefault(property, List.of());
  }

  Optional<Node> node(Node property) {
    return nodes(property).stream().findFirst();
  }

  Optional<String> text(Node property) {
    return node(property).map(GraphValues::text);
  }

  /** Returns a number of characters; -1 if there is none. */
  int offset(Node property) {
    return text(property).map(Integer::parseInt).orElse(-1);
  }

  /** Returns the confidence; 1 if the graph gives none. */
  double confidence() {
    return text(News.confidence).map(Double::parseDouble).orElse(1.0);
  }

  /** Returns the status; said if the graph gives none. */
  ReportStatus status() {
    return node(News.reportStatus).flatMap(News::reportStatus).orElse(ReportStatus.SAID);
  }

  /** Returns the entities that are values of a property, with their names in this graph. */
  List<EntityRef> entities(Node property) {
    return nodes(property).stream()
        .map(it -> new EntityRef(it, GraphValues.label(dataset, graph, it)))
        .toList();
  }
}
