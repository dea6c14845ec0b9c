package org.newsgraph.serve.explorer;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.graph.News;
import org.newsgraph.store.NewsStore;

/**
 * Reads the names and types of entities. A SPARQL query would read all of the thousands of graphs
 * that describe a frequent entity; this class stops at the first.
 */
record EntityLabels(NewsStore store) {
  /** Types in the order in which they are preferred where articles disagree. */
  private static final List<Map.Entry<Node, String>> KINDS =
      List.of(
          Map.entry(News.Person, "Person"),
          Map.entry(News.Organisation, "Organisation"),
          Map.entry(News.Place, "Place"));

  /**
   * An entity.
   *
   * @param id the IRI
   * @param kind "Person", "Organisation", "Place" or "Other"
   */
  record Entity(String id, String name, String kind) {}

  List<Entity> of(Collection<Node> entities) {
    return store.read(dataset -> entities.stream().map(it -> entity(it, dataset)).toList());
  }

  private Entity entity(Node entity, DatasetGraph dataset) {
    String kind =
        KINDS.stream()
            .filter(it -> dataset.contains(Node.ANY, entity, RDF.type.asNode(), it.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("Other");
    Iterator<Quad> labels = dataset.find(Node.ANY, entity, RDFS.label.asNode(), Node.ANY);
    try {
      String name =
          labels.hasNext()
              ? labels.next().getObject().getLiteralLexicalForm()
              : store.iris().name(entity);
      return new Entity(entity.getURI(), name, kind);
    } finally {
      Iter.close(labels);
    }
  }
}
