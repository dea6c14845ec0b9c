package org.newsgraph.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.link.Fact;

/**
 * Mapping of facts from a knowledge base to RDF, with Wikidata's own properties and GeoSPARQL
 * coordinates.
 */
public final class FactMapping {
  private static final String WIKIDATA = "http://www.wikidata.org/prop/direct/";
  private static final String GEO = "http://www.opengis.net/ont/geosparql#";

  private FactMapping() {}

  /**
   * Returns the triples of an entity's facts.
   *
   * @param entity node of the entity
   * @param item node of the item from which the facts are; stated as their origin
   * @param facts facts about the item
   */
  public static List<Triple> triples(Node entity, Node item, List<Fact> facts) {
    List<Triple> triples = new ArrayList<>();
    triples.add(Triple.create(entity, Prov.wasDerivedFrom, item));
    facts.forEach(fact -> add(entity, fact, triples));
    return triples;
  }

  private static void add(Node entity, Fact fact, List<Triple> triples) {
    Node property = NodeFactory.createURI(WIKIDATA + fact.property().id());
    if (fact.value() instanceof Fact.Thing thing) {
      Node other = Literals.link(thing.iri());
      triples.add(Triple.create(entity, property, other));
      if (other.isURI()) {
        triples.add(Triple.create(other, RDFS.label.asNode(), Literals.string(thing.label())));
      }
    } else if (fact.value() instanceof Fact.Date date) {
      triples.add(Triple.create(entity, property, Literals.date(date.iso())));
    } else if (fact.value() instanceof Fact.Address address) {
      triples.add(Triple.create(entity, property, Literals.link(address.url())));
    } else if (fact.value() instanceof Fact.Point point) {
      point(entity, point, triples);
    }
  }

  /** Adds a point in WKT, which has the longitude before the latitude. */
  private static void point(Node entity, Fact.Point point, List<Triple> triples) {
    Node geometry =
        NodeFactory.createURI(
            entity.getURI()
                + (entity.getURI().contains("#") ? "," : "#")
                + String.format(
                    Locale.ROOT, "point=%.5f,%.5f", point.longitude(), point.latitude()));
    Node wkt =
        NodeFactory.createLiteralDT(
            String.format(Locale.ROOT, "POINT(%.5f %.5f)", point.longitude(), point.latitude()),
            TypeMapper.getInstance().getSafeTypeByName(GEO + "wktLiteral"));
    triples.add(Triple.create(entity, geo("hasGeometry"), geometry));
    triples.add(Triple.create(geometry, RDF.type.asNode(), geo("Geometry")));
    triples.add(Triple.create(geometry, geo("asWKT"), wkt));
  }

  private static Node geo(String name) {
    return NodeFactory.createURI(GEO + name);
  }
}
