package org.newsgraph.query.suspects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.newsgraph.graph.Iris;
import org.newsgraph.store.NewsStore;

/** Finds shared nodes of persons that may stand for two people with the same name. */
public final class Suspects {
  private Suspects() {}

  /** Returns all suspects, strongest first. Reads the complete database, article by article. */
  public static List<Suspect> of(NewsStore store) {
    return store.read(dataset -> of(dataset, store.iris()));
  }

  /** Evidence about one node from all articles. */
  private static final class Person {
    private final List<Evidence> evidence = new ArrayList<>();
    private String name = "";
  }

  private static List<Suspect> of(DatasetGraph dataset, Iris iris) {
    String shared = iris.base() + "entity/";
    Map<String, Person> people = new LinkedHashMap<>();
    dataset
        .listGraphNodes()
        .forEachRemaining(
            name -> {
              // A copy in memory: the graph is small, and many lookups follow.
              Graph graph = GraphFactory.createDefaultGraph();
              dataset
                  .find(name, Node.ANY, Node.ANY, Node.ANY)
                  .forEachRemaining(quad -> graph.add(quad.asTriple()));
              ArticleEvidence article = new ArticleEvidence(graph, name);
              article
                  .people()
                  .filter(person -> person.getURI().startsWith(shared))
                  .forEach(person -> add(people, article, person));
            });
    return people.entrySet().stream()
        .map(it -> Map.entry(it, Disagreements.of(it.getValue().evidence)))
        .filter(it -> !it.getValue().isEmpty())
        .map(it -> new Suspect(it.getKey().getKey(), it.getKey().getValue().name, it.getValue()))
        .sorted(
            Comparator.comparingDouble(Suspect::strength).reversed().thenComparing(Suspect::name))
        .toList();
  }

  private static void add(Map<String, Person> people, ArticleEvidence article, Node node) {
    Person person = people.computeIfAbsent(node.getURI(), first -> new Person());
    person.name = article.name(node);
    person.evidence.addAll(article.of(node));
  }
}
