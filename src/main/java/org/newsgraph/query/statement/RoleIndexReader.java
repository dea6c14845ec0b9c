package org.newsgraph.query.statement;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.newsgraph.graph.News;
import org.newsgraph.link.Fact;
import org.newsgraph.query.GraphValues;
import org.newsgraph.store.NodeIdQuads;

/** Builds a {@link RoleIndex} in one pass over the database. */
final class RoleIndexReader {
  private final DatasetGraph dataset;
  private final Node entities;
  private final Set<Node> speakers = new HashSet<>();
  private final Map<String, Set<Node>> known = new HashMap<>();
  private final Map<String, Set<Node>> titles = new HashMap<>();
  private final Map<Node, Set<String>> parties = new HashMap<>();

  RoleIndexReader(DatasetGraph dataset, Node entities) {
    this.dataset = dataset;
    this.entities = entities;
  }

  RoleIndex.Index index() {
    Map<Node, Node> described = new LinkedHashMap<>();
    NodeIdQuads ids = new NodeIdQuads(dataset);
    NodeId last = null;
    for (var quads = ids.ofSaidStatements(News.speaker); quads.hasNext(); ) {
      NodeIdQuads.IdQuad quad = quads.next();
      if (!quad.value().equals(last)) {
        last = quad.value();
        Node speaker = ids.term(last);
        speakers.add(speaker);
        if (speaker.getURI().contains("#speaker=")) {
          described.put(speaker, ids.term(quad.graph()));
        }
      }
    }
    facts(Fact.Property.PARTY, this::party);
    RoleIndex.ROLE_PROPERTIES.forEach(
        property -> facts(property, fact -> add(fact.who(), fact.words(), "")));
    roles();
    // The label of a described speaker is a role: "a Labour MP".
    described.forEach(
        (speaker, graph) -> add(speaker, GraphValues.label(dataset, graph, speaker), ""));
    return new RoleIndex.Index(known, sorted());
  }

  /** A fact of a knowledge base about a speaker, as text. */
  private record SpeakerFact(Node who, String words) {}

  private void facts(Fact.Property property, Consumer<SpeakerFact> use) {
    Node term = NodeFactory.createURI("http://www.wikidata.org/prop/direct/" + property.id());
    dataset
        .find(entities, Node.ANY, term, Node.ANY)
        .forEachRemaining(
            quad -> {
              String words = GraphValues.label(dataset, entities, quad.getObject());
              if (speakers.contains(quad.getSubject()) && !words.isEmpty()) {
                use.accept(new SpeakerFact(quad.getSubject(), words));
              }
            });
  }

  private void party(SpeakerFact party) {
    parties.computeIfAbsent(party.who(), it -> new HashSet<>()).add(party.words());
    title(party.who(), party.words());
    add(party.who(), party.words());
  }

  private void roles() {
    dataset
        .find(Node.ANY, Node.ANY, News.hasRole, Node.ANY)
        .forEachRemaining(
            quad -> {
              if (speakers.contains(quad.getSubject())) {
                Node graph = quad.getGraph();
                String words =
                    GraphValues.text(dataset, graph, quad.getObject(), News.roleText).orElse("");
                String organisation =
                    GraphValues.value(dataset, graph, quad.getObject(), News.organisation)
                        .map(it -> GraphValues.label(dataset, graph, it))
                        .orElse("");
                add(quad.getSubject(), words, organisation);
              }
            });
  }

  private void add(Node who, String words, String organisation) {
    title(who, words);
    title(who, organisation);
    if (!words.isEmpty() && !organisation.isEmpty()) {
      title(who, words + ", " + organisation);
    }
    add(who, words + " " + organisation);
    parties
        .getOrDefault(who, Set.of())
        .forEach(party -> add(who, words + " " + organisation + " " + party));
  }

  private void title(Node who, String words) {
    if (!words.isEmpty()) {
      titles.computeIfAbsent(words, it -> new HashSet<>()).add(who);
    }
  }

  private void add(Node who, String words) {
    known.computeIfAbsent(RoleIndex.normalized(words), it -> new HashSet<>()).add(who);
  }

  private List<RoleIndex.Listed> sorted() {
    return titles.entrySet().stream()
        .map(it -> new RoleIndex.Title(it.getKey(), it.getValue().size()))
        .sorted(
            Comparator.comparingInt(RoleIndex.Title::speakers)
                .reversed()
                .thenComparing(RoleIndex.Title::text))
        .map(it -> new RoleIndex.Listed(RoleIndex.normalized(it.text()), it))
        .toList();
  }
}
