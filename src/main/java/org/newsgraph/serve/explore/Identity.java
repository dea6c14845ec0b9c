package org.newsgraph.serve.explore;

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
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.link.Fact;

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
record Identity(
    Node entity,
    String name,
    List<String> otherNames,
    List<String> types,
    List<Node> links,
    Map<Fact.Property, List<Said.Named>> facts,
    List<Role> roles,
    List<Reason> reasons,
    List<Said.Named> corrections) {

  private static final int MOST = 200;
  private static final List<Node> NARROW = List.of(News.Person, News.Organisation, News.Place);

  /**
   * An office or a part, or what is told else: "husband of Jo Cox".
   *
   * @param other the organisation, the relative, the place, if there is one
   * @param from the first date that it is told with; empty where no article has one
   * @param to the last
   */
  record Role(
      String words, Optional<Said.Named> other, String from, String to, int times, Node first) {}

  /** Why mentions name it, with some of them. */
  record Reason(String why, int mentions, List<Mention> examples) {}

  /** A place where it is named. */
  record Mention(Node iri, String words) {}

  static Identity of(DatasetGraph dataset, Shelf.Order order, Node entity, Iris iris) {
    return new Reading(dataset, order, entity, iris).identity();
  }

  private record Reading(DatasetGraph dataset, Shelf.Order order, Node entity, Iris iris) {
    Identity identity() {
      Set<String> names = texts(RDFS.label.asNode());
      Set<String> others = texts(SKOS.altLabel.asNode());
      String name = names.stream().findFirst().orElseGet(() -> iris.name(entity));
      names.remove(name);
      names.addAll(others);
      names.remove(name);
      return new Identity(
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

    private void each(Node property, Consumer<Quad> use) {
      Iterator<Quad> quads = dataset.find(Node.ANY, entity, property, Node.ANY);
      for (int i = 0; i < MOST && quads.hasNext(); i++) {
        use.accept(quads.next());
      }
    }

    private Set<String> texts(Node property) {
      Set<String> texts = new LinkedHashSet<>();
      each(property, quad -> texts.add(Facts.text(quad.getObject())));
      return texts;
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
      Set<Node> links = new LinkedHashSet<>();
      each(OWL.sameAs.asNode(), quad -> links.add(quad.getObject()));
      each(SchemaDO.sameAs.asNode(), quad -> links.add(quad.getObject()));
      links.removeIf(it -> !it.isURI());
      return List.copyOf(links);
    }

    private Map<Fact.Property, List<Said.Named>> facts() {
      Map<Fact.Property, List<Said.Named>> facts = new EnumMap<>(Fact.Property.class);
      Node graph = iris.entitiesGraph();
      for (Fact.Property property : Fact.Property.values()) {
        Node term = NodeFactory.createURI("http://www.wikidata.org/prop/direct/" + property.id());
        List<Said.Named> values =
            Facts.values(dataset, graph, entity, term).stream()
                .map(it -> named(graph, it))
                .toList();
        if (!values.isEmpty()) {
          facts.put(property, values);
        }
      }
      return facts;
    }

    private Said.Named named(Node graph, Node thing) {
      String label = thing.isURI() ? Facts.label(dataset, graph, thing) : Facts.text(thing);
      return new Said.Named(thing, label.isEmpty() ? thing.toString() : label);
    }

    private List<Role> roles() {
      Map<String, Role> roles = new LinkedHashMap<>();
      each(News.hasRole, quad -> role(quad, News.roleText, News.organisation, roles));
      each(News.hasRelation, quad -> role(quad, News.relationText, News.relatedTo, roles));
      return roles.values().stream()
          .sorted(Comparator.comparingInt((Role it) -> -it.times()).thenComparing(Role::words))
          .toList();
    }

    private void role(Quad quad, Node text, Node to, Map<String, Role> roles) {
      Node graph = quad.getGraph();
      Node role = quad.getObject();
      Optional<Said.Named> other =
          Facts.value(dataset, graph, role, to).map(it -> named(graph, it));
      String words = Facts.text(dataset, graph, role, text).orElseGet(() -> relation(graph, role));
      String date = order.place(dataset, graph).issued();
      Role one = new Role(words, other, date, date, 1, role);
      roles.merge(words + "\n" + other.map(Said.Named::name).orElse(""), one, Reading::joined);
    }

    /** What is told without a word of its own. */
    private String relation(Node graph, Node relation) {
      for (Node type : Facts.values(dataset, graph, relation, RDF.type.asNode())) {
        if (type.equals(News.Birthplace)) {
          return "born in";
        }
        if (type.equals(News.Base)) {
          return "of";
        }
        if (type.equals(News.Age)) {
          return Facts.text(dataset, graph, relation, News.years).orElse("?") + " years old";
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
          one.times() + 1,
          one.first());
    }

    private static String earlier(String one, String other) {
      if (one.isEmpty() || other.isEmpty()) {
        return one + other;
      }
      return one.compareTo(other) <= 0 ? one : other;
    }

    private List<Reason> reasons() {
      Map<String, List<Mention>> reasons = new LinkedHashMap<>();
      Iterator<Quad> quads = dataset.find(Node.ANY, Node.ANY, News.refersTo, entity);
      for (int i = 0; i < MOST && quads.hasNext(); i++) {
        Quad quad = quads.next();
        Node mention = quad.getSubject();
        String why = Facts.text(dataset, quad.getGraph(), mention, News.why).orElse("");
        String words = Facts.text(dataset, quad.getGraph(), mention, News.exact).orElse("");
        reasons.computeIfAbsent(why, it -> new ArrayList<>()).add(new Mention(mention, words));
      }
      return reasons.entrySet().stream()
          .sorted(Comparator.comparingInt(it -> -it.getValue().size()))
          .map(it -> new Reason(it.getKey(), it.getValue().size(), different(it.getValue())))
          .toList();
    }

    /** One of each words. */
    private static List<Mention> different(List<Mention> mentions) {
      Map<String, Mention> different = new LinkedHashMap<>();
      mentions.forEach(it -> different.putIfAbsent(it.words(), it));
      return different.values().stream().limit(8).toList();
    }

    private List<Said.Named> corrections() {
      Map<Node, Said.Named> corrections = new LinkedHashMap<>();
      each(
          NodeFactory.createURI("http://www.w3.org/ns/prov#wasInfluencedBy"),
          quad -> {
            Node graph = iris.entitiesGraph();
            corrections.computeIfAbsent(
                quad.getObject(),
                it -> new Said.Named(it, label(it).orElseGet(() -> named(graph, it).name())));
          });
      return List.copyOf(corrections.values());
    }

    private Optional<String> label(Node thing) {
      var found = dataset.find(Node.ANY, thing, RDFS.label.asNode(), Node.ANY);
      return found.hasNext() ? Optional.of(Facts.text(found.next().getObject())) : Optional.empty();
    }
  }
}
