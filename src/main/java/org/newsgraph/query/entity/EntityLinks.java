package org.newsgraph.query.entity;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SchemaDO;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Prov;
import org.newsgraph.graph.correction.Correction.LinkChoice;
import org.newsgraph.graph.correction.CorrectionLine;
import org.newsgraph.query.GraphValues;
import org.newsgraph.store.NodeIdQuads;

/**
 * The links of an entity to knowledge bases. Of an entity in thousands of articles, only a limited
 * number of mentions is read.
 *
 * @param items the IRIs of the same entity in Wikidata, GeoNames, Wikipedia or another authority
 * @param lowest the lowest confidence of the link in an article, from 0 to 1
 * @param highest the highest confidence of the link in an article
 * @param reasons the reasons for the link
 * @param names the names that articles give the entity, which corrections of links refer to
 * @param choices the links that users chose
 * @param point the coordinates
 */
public record EntityLinks(
    List<Node> items,
    double lowest,
    double highest,
    Set<String> reasons,
    Set<String> names,
    List<LinkChoice> choices,
    Optional<GeoPoint> point) {
  private static final int MAX_READ = 200;
  private static final int MAX_REASONS = 6;
  private static final String GEO = "http://www.opengis.net/ont/geosparql#";

  /** Tests whether nothing is known about links of the entity. */
  public boolean isEmpty() {
    return items.isEmpty() && choices.isEmpty() && point.isEmpty();
  }

  /** Tests whether a user chose the link for all articles. */
  public boolean isChosen() {
    return choices.stream().anyMatch(it -> it.article().isEmpty());
  }

  /**
   * Reads the links of an entity.
   *
   * @param dataset a dataset in a read transaction
   */
  public static EntityLinks of(DatasetGraph dataset, Node entity, Iris iris) {
    EntityValues values = new EntityValues(dataset);
    NodeIdQuads ids = values.ids();
    Set<Node> items = new LinkedHashSet<>();
    for (Node same : List.of(OWL.sameAs.asNode(), SchemaDO.sameAs.asNode())) {
      values.of(entity, same).stream().filter(Node::isURI).forEach(items::add);
    }
    double lowest = 1;
    double highest = 0;
    Set<String> reasons = new LinkedHashSet<>();
    Iterator<NodeIdQuads.IdQuad> mentions =
        items.isEmpty()
            ? List.<NodeIdQuads.IdQuad>of().iterator()
            : ids.withProperty(News.refersTo, entity);
    for (int i = 0; i < MAX_READ && mentions.hasNext(); i++) {
      NodeIdQuads.IdQuad mention = mentions.next();
      Optional<NodeId> confidence =
          ids.value(mention.graph(), mention.subject(), News.linkConfidence);
      if (confidence.isPresent()) {
        double value = Double.parseDouble(GraphValues.text(ids.term(confidence.get())));
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
      }
      if (reasons.size() < MAX_REASONS) {
        ids.value(mention.graph(), mention.subject(), News.linkReason)
            .ifPresent(it -> reasons.add(GraphValues.text(ids.term(it))));
      }
    }
    Set<String> names = new LinkedHashSet<>();
    values.of(entity, News.nameInArticle).forEach(it -> names.add(GraphValues.text(it)));
    return new EntityLinks(
        List.copyOf(items),
        lowest,
        highest,
        reasons,
        names,
        choices(values, entity, iris),
        point(dataset, entity, iris));
  }

  private static List<LinkChoice> choices(EntityValues values, Node entity, Iris iris) {
    List<LinkChoice> choices = new ArrayList<>();
    for (Node correction : values.of(entity, Prov.wasInfluencedBy)) {
      values.of(correction, RDF.value.asNode()).stream()
          .map(GraphValues::text)
          .flatMap(it -> choice(it, iris).stream())
          .forEach(choices::add);
    }
    return choices;
  }

  private static Optional<LinkChoice> choice(String line, Iris iris) {
    try {
      return CorrectionLine.parse(line, ',').toCorrection(iris) instanceof LinkChoice choice
          ? Optional.of(choice)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<GeoPoint> point(DatasetGraph dataset, Node entity, Iris iris) {
    Node graph = iris.entitiesGraph();
    return GraphValues.value(dataset, graph, entity, geo("hasGeometry"))
        .flatMap(it -> GraphValues.text(dataset, graph, it, geo("asWKT")))
        .flatMap(GeoPoint::parse);
  }

  private static Node geo(String name) {
    return NodeFactory.createURI(GEO + name);
  }
}
