package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.link.Fact;
import org.newsgraph.query.GraphValues;
import org.newsgraph.query.entity.EntityRef;
import org.newsgraph.store.NodeIdQuads;

/**
 * The profile of an entity, from articles and knowledge bases. For an entity in thousands of
 * articles, only a limited number of values is read.
 *
 * @param types the most specific types: "Person"
 * @param facts the facts that a knowledge base gives
 * @param roles the roles and relations that articles give, the most frequent first
 * @param reasons the reasons why its mentions refer to it, the most frequent first
 * @param corrections the corrections that were applied
 */
record EntityOverview(
    Node entity,
    String name,
    List<String> otherNames,
    List<String> types,
    Map<Fact.Property, List<EntityRef>> facts,
    List<Role> roles,
    List<Reason> reasons,
    List<EntityRef> corrections) {

  private static final int MAX_READ = 200;

  /** Maximum number of values that are compared by id, which costs less than reading them. */
  private static final int MAX_COMPARED = 20_000;

  private static final int MAX_EXAMPLES = 8;
  private static final List<Node> NARROW_TYPES =
      List.of(News.Person, News.Organisation, News.Place);

  /**
   * A role or a relation: "husband of Jo Cox".
   *
   * @param text the text of the role or relation
   * @param other the organisation, relative or place, if there is one
   * @param from the date of the first article with it, in ISO 8601; empty if no article has a date
   * @param to the date of the last article with it
   * @param count number of occurrences
   * @param first the IRI of one occurrence
   */
  record Role(
      String text,
      Optional<EntityRef> other,
      String from,
      String to,
      int count,
      Node first) {}

  /**
   * A reason why mentions refer to the entity.
   *
   * @param text the reason; empty if none is recorded
   * @param mentions number of mentions with this reason
   * @param examples mentions with different texts
   */
  record Reason(String text, int mentions, List<Mention> examples) {}

  /** A mention of the entity and its text. */
  record Mention(Node iri, String text) {}

  static EntityOverview of(DatasetGraph dataset, Node entity, Iris iris) {
    return new OverviewReader(dataset, new NodeIdQuads(dataset), entity, iris).identity();
  }

  private record OverviewReader(DatasetGraph dataset, NodeIdQuads ids, Node entity, Iris iris) {
    EntityOverview identity() {
      Set<String> names = texts(RDFS.label.asNode());
      Set<String> others = texts(SKOS.altLabel.asNode());
      String name = names.stream().findFirst().orElseGet(() -> iris.name(entity));
      names.remove(name);
      names.addAll(others);
      names.remove(name);
      return new EntityOverview(
          entity, name, List.copyOf(names), types(), facts(), roles(), reasons(), corrections());
    }

    /** Returns the distinct values of a property. */
    private Set<Node> values(Node property) {
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

    private Set<String> texts(Node property) {
      return values(property).stream()
          .map(GraphValues::text)
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<String> types() {
      List<String> types =
          NARROW_TYPES.stream()
              .filter(it -> dataset.contains(Node.ANY, entity, RDF.type.asNode(), it))
              .map(OverviewReader::word)
              .toList();
      boolean named = dataset.contains(Node.ANY, entity, RDF.type.asNode(), News.Entity);
      return types.isEmpty() && named ? List.of(word(News.Entity)) : types;
    }

    private static String word(Node type) {
      return type.getURI().replaceFirst(".*#", "");
    }

    private Map<Fact.Property, List<EntityRef>> facts() {
      Map<Fact.Property, List<EntityRef>> facts = new EnumMap<>(Fact.Property.class);
      Node graph = iris.entitiesGraph();
      for (Fact.Property property : Fact.Property.values()) {
        Node term = NodeFactory.createURI("http://www.wikidata.org/prop/direct/" + property.id());
        List<EntityRef> values =
            GraphValues.values(dataset, graph, entity, term).stream()
                .map(it -> named(graph, it))
                .toList();
        if (!values.isEmpty()) {
          facts.put(property, values);
        }
      }
      return facts;
    }

    private EntityRef named(Node graph, Node thing) {
      String label =
          thing.isURI() ? GraphValues.label(dataset, graph, thing) : GraphValues.text(thing);
      return new EntityRef(thing, label.isEmpty() ? thing.toString() : label);
    }

    private List<Role> roles() {
      Map<String, Role> roles = new LinkedHashMap<>();
      collect(News.hasRole, News.roleText, News.organisation, roles);
      collect(News.hasRelation, News.relationText, News.relatedTo, roles);
      return roles.values().stream()
          .sorted(Comparator.comparingInt((Role it) -> -it.count()).thenComparing(Role::text))
          .toList();
    }

    /**
     * The key of equal roles: the ids of the text and of the other entity.
     *
     * @param kind the property; for a relation without text, the relation itself
     */
    private record RoleKey(Optional<NodeId> words, Optional<NodeId> other, NodeId kind) {}

    private void collect(Node property, Node text, Node to, Map<String, Role> roles) {
      Map<RoleKey, List<NodeIdQuads.IdQuad>> groups = new LinkedHashMap<>();
      Iterator<NodeIdQuads.IdQuad> quads = ids.withSubject(entity, property);
      for (int i = 0; i < MAX_READ && quads.hasNext(); i++) {
        NodeIdQuads.IdQuad quad = quads.next();
        Optional<NodeId> words = ids.value(quad.graph(), quad.value(), text);
        Optional<NodeId> other = ids.value(quad.graph(), quad.value(), to);
        // Relations without text are described by their type, each one separately.
        RoleKey key = new RoleKey(words, other, words.isPresent() ? quad.property() : quad.value());
        groups.computeIfAbsent(key, it -> new ArrayList<>()).add(quad);
      }
      groups.forEach((key, of) -> role(key, of, roles));
    }

    private void role(RoleKey key, List<NodeIdQuads.IdQuad> of, Map<String, Role> roles) {
      Node graph = ids.term(of.get(0).graph());
      Node role = ids.term(of.get(0).value());
      Optional<EntityRef> other = key.other().map(it -> named(graph, ids.term(it)));
      String words =
          key.words()
              .map(it -> GraphValues.text(ids.term(it)))
              .orElseGet(() -> relation(graph, role));
      List<String> dates =
          of.stream()
              .map(it -> ids.value(it.graph(), it.graph(), DCTerms.issued.asNode()))
              .flatMap(Optional::stream)
              .distinct()
              .map(it -> GraphValues.text(ids.term(it)))
              .sorted()
              .toList();
      String from = dates.isEmpty() ? "" : dates.get(0);
      String to = dates.isEmpty() ? "" : dates.get(dates.size() - 1);
      roles.merge(
          words + "\n" + other.map(EntityRef::name).orElse(""),
          new Role(words, other, from, to, of.size(), role),
          OverviewReader::combine);
    }

    /** Describes a relation without text by its type. */
    private String relation(Node graph, Node relation) {
      for (Node type : GraphValues.values(dataset, graph, relation, RDF.type.asNode())) {
        if (type.equals(News.Birthplace)) {
          return "born in";
        }
        if (type.equals(News.Base)) {
          return "of";
        }
        if (type.equals(News.Age)) {
          return GraphValues.text(dataset, graph, relation, News.years).orElse("?") + " years old";
        }
      }
      return "related to";
    }

    private static Role combine(Role left, Role right) {
      return new Role(
          left.text(),
          left.other(),
          earlier(left.from(), right.from()),
          left.to().compareTo(right.to()) >= 0 ? left.to() : right.to(),
          left.count() + right.count(),
          left.first());
    }

    private static String earlier(String left, String right) {
      if (left.isEmpty() || right.isEmpty()) {
        return left + right;
      }
      return left.compareTo(right) <= 0 ? left : right;
    }

    private List<Reason> reasons() {
      Map<Optional<NodeId>, List<NodeIdQuads.IdQuad>> reasons = new LinkedHashMap<>();
      Iterator<NodeIdQuads.IdQuad> quads = ids.withProperty(News.refersTo, entity);
      for (int i = 0; i < MAX_READ && quads.hasNext(); i++) {
        NodeIdQuads.IdQuad quad = quads.next();
        reasons
            .computeIfAbsent(
                ids.value(quad.graph(), quad.subject(), News.why), it -> new ArrayList<>())
            .add(quad);
      }
      return reasons.entrySet().stream()
          .sorted(Comparator.comparingInt(it -> -it.getValue().size()))
          .map(
              it ->
                  new Reason(text(it.getKey()), it.getValue().size(), distinctTexts(it.getValue())))
          .toList();
    }

    private String text(Optional<NodeId> id) {
      return id.map(it -> GraphValues.text(ids.term(it))).orElse("");
    }

    /** Returns mentions with different texts, up to {@link #MAX_EXAMPLES}. */
    private List<Mention> distinctTexts(List<NodeIdQuads.IdQuad> mentions) {
      Map<Optional<NodeId>, NodeIdQuads.IdQuad> distinctTexts = new LinkedHashMap<>();
      mentions.forEach(
          it -> distinctTexts.putIfAbsent(ids.value(it.graph(), it.subject(), News.exact), it));
      return distinctTexts.entrySet().stream()
          .limit(MAX_EXAMPLES)
          .map(it -> new Mention(ids.term(it.getValue().subject()), text(it.getKey())))
          .toList();
    }

    private List<EntityRef> corrections() {
      Node graph = iris.entitiesGraph();
      return values(NodeFactory.createURI("http://www.w3.org/ns/prov#wasInfluencedBy")).stream()
          .map(
              it ->
                  new EntityRef(
                      it, label(it).orElseGet(() -> named(graph, it).name())))
          .toList();
    }

    private Optional<String> label(Node thing) {
      var found = dataset.find(Node.ANY, thing, RDFS.label.asNode(), Node.ANY);
      return found.hasNext()
          ? Optional.of(GraphValues.text(found.next().getObject()))
          : Optional.empty();
    }
  }
}
