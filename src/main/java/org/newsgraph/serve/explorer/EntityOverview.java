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
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.link.Fact;
import org.newsgraph.store.NodeIdQuads;

/**
 * Who or what an entity is, as articles and knowledge bases tell. Of one that thousands of articles
 * name, the first that come are enough to know.
 *
 * @param types the narrowest it has: "Person"
 * @param links to the same in Wikidata and Wikipedia
 * @param facts that a knowledge base knows
 * @param roles that articles give, the most frequent first
 * @param reasons why the places that name it are one, the most frequent first
 * @param corrections that were applied
 */
record EntityOverview(
    Node entity,
    String name,
    List<String> otherNames,
    List<String> types,
    List<Node> links,
    Map<Fact.Property, List<StatementView.EntityRef>> facts,
    List<Role> roles,
    List<Reason> reasons,
    List<StatementView.EntityRef> corrections) {

  private static final int MOST = 200;

  /** To compare what thousands of articles say costs less than to read it. */
  private static final int MOST_COMPARED = 20_000;

  private static final int EXAMPLES = 8;
  private static final List<Node> NARROW = List.of(News.Person, News.Organisation, News.Place);

  /**
   * An office or a part, or what is told else: "husband of Jo Cox".
   *
   * @param other the organisation, the relative, the place, if there is one
   * @param from the first date that it is told with; empty where no article has one
   * @param to the last
   */
  record Role(
      String words,
      Optional<StatementView.EntityRef> other,
      String from,
      String to,
      int times,
      Node first) {}

  /** Why mentions name it, with some of them. */
  record Reason(String why, int mentions, List<Mention> examples) {}

  /** A place where it is named. */
  record Mention(Node iri, String words) {}

  static EntityOverview of(DatasetGraph dataset, Node entity, Iris iris) {
    return new Reading(dataset, new NodeIdQuads(dataset), entity, iris).identity();
  }

  private record Reading(DatasetGraph dataset, NodeIdQuads ids, Node entity, Iris iris) {
    EntityOverview identity() {
      Set<String> names = texts(RDFS.label.asNode());
      Set<String> others = texts(SKOS.altLabel.asNode());
      String name = names.stream().findFirst().orElseGet(() -> iris.name(entity));
      names.remove(name);
      names.addAll(others);
      names.remove(name);
      return new EntityOverview(
          entity,
          name,
          List.copyOf(names),
          types(),
          links(),
          facts(),
          roles(),
          reasons(),
          corrections());
    }

    /** The different values of a property. */
    private Set<Node> values(Node property) {
      Set<Node> values = new LinkedHashSet<>();
      NodeId last = null;
      Iterator<NodeIdQuads.IdQuad> quads = ids.of(entity, property);
      for (int i = 0; i < MOST_COMPARED && quads.hasNext(); i++) {
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
          NARROW.stream()
              .filter(it -> dataset.contains(Node.ANY, entity, RDF.type.asNode(), it))
              .map(Reading::word)
              .toList();
      boolean named = dataset.contains(Node.ANY, entity, RDF.type.asNode(), News.Entity);
      return types.isEmpty() && named ? List.of(word(News.Entity)) : types;
    }

    private static String word(Node type) {
      return type.getURI().replaceFirst(".*#", "");
    }

    private List<Node> links() {
      return Stream.of(OWL.sameAs, SchemaDO.sameAs)
          .flatMap(it -> values(it.asNode()).stream())
          .filter(Node::isURI)
          .distinct()
          .toList();
    }

    private Map<Fact.Property, List<StatementView.EntityRef>> facts() {
      Map<Fact.Property, List<StatementView.EntityRef>> facts = new EnumMap<>(Fact.Property.class);
      Node graph = iris.entitiesGraph();
      for (Fact.Property property : Fact.Property.values()) {
        Node term = NodeFactory.createURI("http://www.wikidata.org/prop/direct/" + property.id());
        List<StatementView.EntityRef> values =
            GraphValues.values(dataset, graph, entity, term).stream()
                .map(it -> named(graph, it))
                .toList();
        if (!values.isEmpty()) {
          facts.put(property, values);
        }
      }
      return facts;
    }

    private StatementView.EntityRef named(Node graph, Node thing) {
      String label =
          thing.isURI() ? GraphValues.label(dataset, graph, thing) : GraphValues.text(thing);
      return new StatementView.EntityRef(thing, label.isEmpty() ? thing.toString() : label);
    }

    private List<Role> roles() {
      Map<String, Role> roles = new LinkedHashMap<>();
      told(News.hasRole, News.roleText, News.organisation, roles);
      told(News.hasRelation, News.relationText, News.relatedTo, roles);
      return roles.values().stream()
          .sorted(Comparator.comparingInt((Role it) -> -it.times()).thenComparing(Role::words))
          .toList();
    }

    /** What an article tells, by the ids of the words and of what stands with them. */
    private record Told(Optional<NodeId> words, Optional<NodeId> other, NodeId kind) {}

    private void told(Node property, Node text, Node to, Map<String, Role> roles) {
      Map<Told, List<NodeIdQuads.IdQuad>> alike = new LinkedHashMap<>();
      Iterator<NodeIdQuads.IdQuad> quads = ids.of(entity, property);
      for (int i = 0; i < MOST && quads.hasNext(); i++) {
        NodeIdQuads.IdQuad quad = quads.next();
        Optional<NodeId> words = ids.value(quad.graph(), quad.value(), text);
        Optional<NodeId> other = ids.value(quad.graph(), quad.value(), to);
        // What has no words is told by what it is: each by itself.
        Told told = new Told(words, other, words.isPresent() ? quad.property() : quad.value());
        alike.computeIfAbsent(told, it -> new ArrayList<>()).add(quad);
      }
      alike.forEach((told, of) -> role(told, of, roles));
    }

    private void role(Told told, List<NodeIdQuads.IdQuad> of, Map<String, Role> roles) {
      Node graph = ids.term(of.get(0).graph());
      Node role = ids.term(of.get(0).value());
      Optional<StatementView.EntityRef> other = told.other().map(it -> named(graph, ids.term(it)));
      String words =
          told.words()
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
          words + "\n" + other.map(StatementView.EntityRef::name).orElse(""),
          new Role(words, other, from, to, of.size(), role),
          Reading::joined);
    }

    /** What is told without a word of its own. */
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

    private static Role joined(Role one, Role other) {
      return new Role(
          one.words(),
          one.other(),
          earlier(one.from(), other.from()),
          one.to().compareTo(other.to()) >= 0 ? one.to() : other.to(),
          one.times() + other.times(),
          one.first());
    }

    private static String earlier(String one, String other) {
      if (one.isEmpty() || other.isEmpty()) {
        return one + other;
      }
      return one.compareTo(other) <= 0 ? one : other;
    }

    private List<Reason> reasons() {
      Map<Optional<NodeId>, List<NodeIdQuads.IdQuad>> reasons = new LinkedHashMap<>();
      Iterator<NodeIdQuads.IdQuad> quads = ids.having(News.refersTo, entity);
      for (int i = 0; i < MOST && quads.hasNext(); i++) {
        NodeIdQuads.IdQuad quad = quads.next();
        reasons
            .computeIfAbsent(
                ids.value(quad.graph(), quad.subject(), News.why), it -> new ArrayList<>())
            .add(quad);
      }
      return reasons.entrySet().stream()
          .sorted(Comparator.comparingInt(it -> -it.getValue().size()))
          .map(it -> new Reason(text(it.getKey()), it.getValue().size(), different(it.getValue())))
          .toList();
    }

    private String text(Optional<NodeId> id) {
      return id.map(it -> GraphValues.text(ids.term(it))).orElse("");
    }

    /** One of each words. */
    private List<Mention> different(List<NodeIdQuads.IdQuad> mentions) {
      Map<Optional<NodeId>, NodeIdQuads.IdQuad> different = new LinkedHashMap<>();
      mentions.forEach(
          it -> different.putIfAbsent(ids.value(it.graph(), it.subject(), News.exact), it));
      return different.entrySet().stream()
          .limit(EXAMPLES)
          .map(it -> new Mention(ids.term(it.getValue().subject()), text(it.getKey())))
          .toList();
    }

    private List<StatementView.EntityRef> corrections() {
      Node graph = iris.entitiesGraph();
      return values(NodeFactory.createURI("http://www.w3.org/ns/prov#wasInfluencedBy")).stream()
          .map(
              it ->
                  new StatementView.EntityRef(
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
