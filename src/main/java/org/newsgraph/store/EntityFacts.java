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
 * What knowledge bases know of a database's linked entities. It stands in the graph of what depends
 * on no article.
 */
public final class EntityFacts {
  private EntityFacts() {}

  /** An entity, and the item that articles take it for. */
  private record Same(Node entity, Node item) {}

  /**
   * Adds the facts of entities that have been linked, and takes away those of what is linked no
   * more.
   *
   * @param source tells what is known of the item with an IRI
   * @param anew whether to ask again for those that are there
   * @return how many entities are linked
   */
  public static long refresh(NewsStore store, Function<String, List<Fact>> source, boolean anew) {
    Iris iris = store.iris();
    Node graph = iris.entitiesGraph();
    Set<Same> linked = store.read(EntityFacts::linked);
    Set<Same> told = anew ? Set.of() : store.read(dataset -> told(dataset, graph));
    long entities = store.read(EntityFacts::entities);
    if (!anew && linked.equals(told)) {
      return entities;
    }
    Set<Triple> triples = new HashSet<>();
    if (!anew) {
      Set<Node> kept = new HashSet<>();
      linked.stream().filter(told::contains).forEach(it -> kept.add(it.entity()));
      triples.addAll(store.read(dataset -> facts(dataset, graph, kept)));
    }
    for (Same same : linked) {
      if (!told.contains(same)) {
        triples.addAll(
            FactMapping.triples(same.entity(), same.item(), source.apply(same.item().getURI())));
      }
    }
    triples.addAll(store.read(dataset -> corrections(dataset, graph, iris)));
    store.put(graph, triples);
    return entities;
  }

  /**
   * Adds the facts of what one article, already stored, links and none before it did.
   *
   * @param source tells what is known of the item with an IRI
   */
  public static void add(
      NewsStore store, ArticleGraph article, Function<String, List<Fact>> source) {
    Node graph = store.iris().entitiesGraph();
    Set<Triple> triples = new HashSet<>();
    for (Same same : linked(article)) {
      boolean told =
          store.read(it -> it.contains(graph, same.entity(), Prov.wasDerivedFrom, same.item()));
      if (!told) {
        triples.addAll(
            FactMapping.triples(same.entity(), same.item(), source.apply(same.item().getURI())));
      }
    }
    store.add(graph, triples);
  }

  private static Set<Same> linked(ArticleGraph article) {
    return article.triples().stream()
        .filter(it -> it.getPredicate().equals(OWL.sameAs.asNode()) && it.getObject().isURI())
        .map(it -> new Same(it.getSubject(), it.getObject()))
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

  private static Set<Same> linked(DatasetGraph dataset) {
    return Iter.toSet(
        Iter.iter(dataset.find(Node.ANY, Node.ANY, OWL.sameAs.asNode(), Node.ANY))
            .filter(quad -> quad.getObject().isURI())
            .map(quad -> new Same(quad.getSubject(), quad.getObject())));
  }

  private static Set<Same> told(DatasetGraph dataset, Node graph) {
    return Iter.toSet(
        Iter.iter(dataset.find(graph, Node.ANY, Prov.wasDerivedFrom, Node.ANY))
            .map(quad -> new Same(quad.getSubject(), quad.getObject())));
  }

  /** What is said of these entities, and of what that leads to. */
  private static List<Triple> facts(DatasetGraph dataset, Node graph, Set<Node> entities) {
    List<Triple> facts = new ArrayList<>();
    Set<Node> things = new HashSet<>();
    for (Node entity : entities) {
      dataset
          .find(graph, entity, Node.ANY, Node.ANY)
          .forEachRemaining(
              quad -> {
                facts.add(quad.asTriple());
                if (quad.getObject().isURI()) {
                  things.add(quad.getObject());
                }
              });
    }
    for (Node thing : things) {
      dataset
          .find(graph, thing, Node.ANY, Node.ANY)
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
