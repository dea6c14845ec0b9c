package org.newsgraph.query.entity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.store.NewsStore;

/**
 * Reads the names and types of entities. A SPARQL query would read all of the thousands of graphs
 * that describe a frequent entity; the text index holds each name once.
 */
public record EntityLabels(NewsStore store) {
  /** Returns the entities with their names and types, in the given order. */
  public List<LabelledEntity> of(Collection<Node> entities) {
    Map<Node, String> names = names(entities);
    return store.read(
        dataset -> entities.stream().map(it -> labelled(it, names.get(it), dataset)).toList());
  }

  /** Returns the name to show of each entity. */
  Map<Node, String> names(Collection<Node> entities) {
    Map<Node, String> names = new HashMap<>();
    store
        .names(entities)
        .forEach(
            (entity, stored) -> names.put(entity, name(entity, stored.labels(), store.iris())));
    return names;
  }

  /**
   * Returns the name to show of an entity: of its labels, the one from which its IRI was made, or
   * the first. The spelling in the IRI is the canonical one and does not depend on the order in
   * which articles were added.
   *
   * @param labels its labels, in alphabetical order
   */
  static String name(Node entity, Collection<String> labels, Iris iris) {
    String canonical = iris.name(entity);
    return labels.isEmpty() || labels.contains(canonical) ? canonical : labels.iterator().next();
  }

  /** Returns the counts with the names of their entities. */
  public List<EntityCount> named(List<EntityCount> counts) {
    Map<Node, String> names = names(counts.stream().map(EntityCount::entity).toList());
    return counts.stream()
        .map(it -> new EntityCount(it.entity(), names.get(it.entity()), it.count()))
        .toList();
  }

  private static LabelledEntity labelled(Node entity, String name, DatasetGraph dataset) {
    // The first type is preferred where articles disagree.
    String type = EntityProfile.types(dataset, entity).stream().findFirst().orElse("Entity");
    return new LabelledEntity(entity.getURI(), name, type.equals("Entity") ? "Other" : type);
  }
}
