package org.newsgraph.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.SchemaDO;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.FactMapping;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.Prov;
import org.newsgraph.link.Fact;

/**
 * Maintains the facts that knowledge bases give about a database's linked entities, in the graph
 * that depends on no article.
 */
public final class EntityFacts {
  private EntityFacts() {}

  /** A link from an entity to a knowledge base item. */
  private record EntityLink(Node entity, Node item) {}

  /**
   * Adds facts about newly linked entities, and removes those about entities that are no longer
   * linked.
   *
   * @param source returns the facts about the item with an IRI
   * @param anew whether to replace facts that are stored already
   * @return number of linked entities
   */
  public static long refresh(NewsStore store, Function<String, List<Fact>> source, boolean anew) {
    Iris iris = store.iris();
    Node graph = iris.entitiesGraph();
    Set<EntityLink> linked = store.read(EntityFacts::linked);
    Set<EntityLink> described = anew ? Set.of() : store.read(dataset -> described(dataset, graph));
    long entities = store.read(EntityFacts::entities);
    if (!anew && linked.equals(described)) {
      return entities;
    }
    // Fetched before the transaction, because knowledge bases can be slow.
    Set<EntityLink> fetched = new HashSet<>(linked);
    fetched.removeAll(described);
    Set<Triple> facts = new HashSet<>();
    for (EntityLink link : fetched) {
      facts.addAll(
          FactMapping.triples(link.entity(), link.item(), source.apply(link.item().getURI())));
    }
    store
        .writer()
        .update(
            facts.size(),
            dataset -> {
              Set<Triple> triples = new HashSet<>(facts);
              triples.addAll(facts(dataset, graph, kept(dataset, graph, fetched)));
              triples.addAll(corrections(dataset, graph, iris));
              dataset.replace(graph, triples);
              return triples.size();
            });
    return entities;
  }

  /**
   * Adds facts about the entities that a stored article links, unless they have facts already.
   *
   * @param source returns the facts about the item with an IRI
   */
  public static void add(
      NewsStore store, ArticleGraph article, Function<String, List<Fact>> source) {
    Node graph = store.iris().entitiesGraph();
    Set<Triple> triples = new HashSet<>();
    for (EntityLink link : linked(article)) {
      boolean described =
          store.read(it -> it.contains(graph, link.entity(), Prov.wasDerivedFrom, link.item()));
      if (!described) {
        triples.addAll(
            FactMapping.triples(link.entity(), link.item(), source.apply(link.item().getURI())));
      }
    }
    store.writer().add(graph, triples);
  }

  private static Set<EntityLink> linked(ArticleGraph article) {
    return article.triples().stream()
        .filter(it -> it.getPredicate().equals(OWL.sameAs.asNode()) && it.getObject().isURI())
        .map(it -> new EntityLink(it.getSubject(), it.getObject()))
        .collect(Collectors.toSet());
  }

  private static long entities(DatasetGraph dataset) {
    Set<Node> entities = new HashSet<>();
    for (Property same : List.of(OWL.sameAs, SchemaDO.sameAs)) {
      dataset
          .find(Node.ANY, Node.ANY, same.asNode(), Node.ANY)
          .forEachRemaining(quad -> entities.add(quad.getSubject()));
    }
    return entities.size();
  }

  private static Set<EntityLink> linked(DatasetGraph dataset) {
    return Iter.toSet(
        Iter.iter(dataset.find(Node.ANY, Node.ANY, OWL.sameAs.asNode(), Node.ANY))
            .filter(quad -> quad.getObject().isURI())
            .map(quad -> new EntityLink(quad.getSubject(), quad.getObject())));
  }

  /** Returns the entities with facts that are still linked and whose facts were not fetched. */
  private static Set<Node> kept(DatasetGraph dataset, Node graph, Set<EntityLink> fetched) {
    Set<EntityLink> kept = described(dataset, graph);
    kept.retainAll(linked(dataset));
    kept.removeAll(fetched);
    return kept.stream().map(EntityLink::entity).collect(Collectors.toSet());
  }

  private static Set<EntityLink> described(DatasetGraph dataset, Node graph) {
    return Iter.toSet(
        Iter.iter(dataset.find(graph, Node.ANY, Prov.wasDerivedFrom, Node.ANY))
            .map(quad -> new EntityLink(quad.getSubject(), quad.getObject())));
  }

  /** Returns the stored facts about entities and about the resources that these facts refer to. */
  private static List<Triple> facts(DatasetGraph dataset, Node graph, Set<Node> entities) {
    List<Triple> facts = new ArrayList<>();
    Set<Node> resources = new HashSet<>();
    for (Node entity : entities) {
      dataset
          .find(graph, entity, Node.ANY, Node.ANY)
          .forEachRemaining(
              quad -> {
                facts.add(quad.asTriple());
                if (quad.getObject().isURI()) {
                  resources.add(quad.getObject());
                }
              });
    }
    for (Node resource : resources) {
      dataset
          .find(graph, resource, Node.ANY, Node.ANY)
          .forEachRemaining(quad -> facts.add(quad.asTriple()));
    }
    return facts;
  }

  private static List<Triple> corrections(DatasetGraph dataset, Node graph, Iris iris) {
    return Iter.iter(dataset.find(graph, Node.ANY, Node.ANY, Node.ANY))
        .map(quad -> quad.asTriple())
        .filter(it -> it.getSubject().equals(graph) || iris.isCorrection(it.getSubject()))
        .toList();
  }
}
