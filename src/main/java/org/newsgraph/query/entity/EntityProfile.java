package org.newsgraph.query.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Prov;
import org.newsgraph.link.Fact;
import org.newsgraph.query.GraphValues;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.text.StoredNames;

/**
 * The profile of an entity, from articles, knowledge bases and corrections: one record for pages,
 * the API, reconciliation and the command line. For an entity in thousands of articles, only a
 * limited number of values is read.
 *
 * @param name the name to show: the label from which its IRI was made, or the first label
 * @param labels its labels, in alphabetical order; articles may give different ones
 * @param otherNames its alternative names in articles, in alphabetical order
 * @param types its most specific types: "Person", "Organisation", "Place"; "Entity" if it has none
 *     of these; empty if the database does not contain it
 * @param sameAs the same entity in knowledge bases, then in Wikipedia, each in alphabetical order
 * @param facts the facts that a knowledge base gives
 * @param roles the roles that articles give, the most frequent first
 * @param relations the relations that articles give, the most frequent first
 * @param isComplete false if it has so many roles or relations that only some were read
 * @param corrections the corrections that were applied
 */
public record EntityProfile(
    Node entity,
    String name,
    List<String> labels,
    List<String> otherNames,
    List<String> types,
    List<Node> sameAs,
    Map<Fact.Property, List<EntityRef>> facts,
    List<EntityRole> roles,
    List<EntityRole> relations,
    boolean isComplete,
    List<AppliedCorrection> corrections) {
  /** Maximum number of roles, and of relations, that are read; more would make pages slow. */
  public static final int MAX_ROLES = 500;

  /** The types in the order in which they are preferred where articles disagree. */
  private static final List<Node> NARROW_TYPES =
      List.of(News.Person, News.Organisation, News.Place);

  /**
   * Reads a profile.
   *
   * @param dataset the store's dataset, in a read transaction
   */
  public static EntityProfile of(NewsStore store, DatasetGraph dataset, Node entity) {
    StoredNames names = store.names(List.of(entity)).get(entity);
    EntityValues values = new EntityValues(dataset);
    RoleReader reader = new RoleReader(values);
    List<EntityRole> roles =
        reader.read(entity, News.hasRole, News.roleText, News.organisation, MAX_ROLES);
    List<EntityRole> relations =
        reader.read(entity, News.hasRelation, News.relationText, News.relatedTo, MAX_ROLES);
    return new EntityProfile(
        entity,
        EntityLabels.name(entity, names.labels(), store.iris()),
        names.labels(),
        names.otherNames(),
        types(dataset, entity),
        sameAs(values, entity),
        facts(values, entity, store.iris().entitiesGraph()),
        roles,
        relations,
        reader.isComplete(),
        corrections(values, entity, store.iris().entitiesGraph()));
  }

  /** Returns the local names of an entity's most specific types. */
  static List<String> types(DatasetGraph dataset, Node entity) {
    List<String> narrow =
        NARROW_TYPES.stream()
            .filter(it -> hasType(dataset, entity, it))
            .map(EntityProfile::localName)
            .toList();
    return narrow.isEmpty() && hasType(dataset, entity, News.Entity)
        ? List.of(localName(News.Entity))
        : narrow;
  }

  static boolean hasType(DatasetGraph dataset, Node entity, Node type) {
    return dataset.contains(Node.ANY, entity, RDF.type.asNode(), type);
  }

  static String localName(Node type) {
    return type.getURI().substring(News.NAMESPACE.length());
  }

  private static List<Node> sameAs(EntityValues values, Node entity) {
    List<Node> same = new ArrayList<>();
    for (Node property : List.of(OWL.sameAs.asNode(), SchemaDO.sameAs.asNode())) {
      values.of(entity, property).stream()
          .filter(Node::isURI)
          .sorted(Comparator.comparing(Node::getURI))
          .forEach(same::add);
    }
    return same;
  }

  private static Map<Fact.Property, List<EntityRef>> facts(
      EntityValues values, Node entity, Node graph) {
    Map<Fact.Property, List<EntityRef>> facts = new EnumMap<>(Fact.Property.class);
    for (Fact.Property property : Fact.Property.values()) {
      Node term = NodeFactory.createURI("http://www.wikidata.org/prop/direct/" + property.id());
      List<EntityRef> found =
          GraphValues.values(values.dataset(), graph, entity, term).stream()
              .map(it -> values.named(graph, it))
              .toList();
      if (!found.isEmpty()) {
        facts.put(property, found);
      }
    }
    return facts;
  }

  private static List<AppliedCorrection> corrections(EntityValues values, Node entity, Node graph) {
    return values.of(entity, Prov.wasInfluencedBy).stream()
        .map(
            it ->
                new AppliedCorrection(
                    it,
                    values
                        .text(it, RDFS.label.asNode())
                        .orElseGet(() -> values.named(graph, it).name()),
                    values.text(it, SKOS.note.asNode()).orElse("")))
        .toList();
  }

  /** Returns all names except the one to show, the labels first. */
  public List<String> alsoKnownAs() {
    Set<String> names = new LinkedHashSet<>(labels);
    names.addAll(otherNames);
    names.remove(name);
    return List.copyOf(names);
  }

  /** Returns the roles and relations, the most frequent first. */
  public List<EntityRole> rolesAndRelations() {
    return Stream.concat(roles.stream(), relations.stream())
        .sorted(EntityRole.BY_FREQUENCY)
        .toList();
  }

  /** Returns the distinct texts of the roles, the most frequent first. */
  public List<String> roleTexts() {
    return roles.stream().map(EntityRole::text).distinct().toList();
  }
}
