package org.newsgraph.query.entity;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.graph.Iris;
import org.newsgraph.query.GraphValues;
import org.newsgraph.store.NodeIdQuads;

/**
 * Values of properties that articles give an entity. An entity in thousands of articles has as many
 * equal quads: they are compared by id, and only distinct terms are read.
 */
record EntityValues(DatasetGraph dataset, NodeIdQuads ids) {
  /** Maximum number of quads that are compared; more would make pages slow. */
  private static final int MAX_COMPARED = 20_000;

  EntityValues(DatasetGraph dataset) {
    this(dataset, new NodeIdQuads(dataset));
  }

  /** Returns the distinct values of a property. */
  Set<Node> of(Node entity, Node property) {
    Set<Node> values = new LinkedHashSet<>();
    NodeId last = null;
    Iterator<NodeIdQuads.IdQuad> quads = ids.withSubject(entity, property);
    for (int i = 0; i < MAX_COMPARED && quads.hasNext(); i++) {
      NodeId value = quads.next().value();
      if (!value.equals(last)) {
        values.add(ids.term(value));
      }
      last = value;
    }
    return values;
  }

  /**
   * Returns the name to show of an entity, as {@link EntityLabels} does, without the text index.
   */
  String name(Node entity, Iris iris) {
    List<String> labels =
        of(entity, RDFS.label.asNode()).stream().map(GraphValues::text).sorted().toList();
    return EntityLabels.name(entity, labels, iris);
  }

  /** Returns one text of a property in any graph. */
  Optional<String> text(Node resource, Node property) {
    var found = dataset.find(Node.ANY, resource, property, Node.ANY);
    return found.hasNext()
        ? Optional.of(GraphValues.text(found.next().getObject()))
        : Optional.empty();
  }

  /** Returns a term with its label in a graph, or with its own text. */
  EntityRef named(Node graph, Node term) {
    String label =
        term.isURI()
            ? GraphValues.text(dataset, graph, term, RDFS.label.asNode()).orElse("")
            : GraphValues.text(term);
    return new EntityRef(term, label.isEmpty() ? term.toString() : label);
  }
}
