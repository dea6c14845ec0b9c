package org.newsgraph.store;

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

/** Looks for nodes that several articles share and that may stand for two people of one name. */
public final class Suspects {
  private Suspects() {}

  /** The strongest first; reads the whole database once, article by article. */
  public static List<Suspect> of(NewsStore store) {
    return store.read(dataset -> of(dataset, store.iris()));
  }

  /** What the articles tell of a node. */
  private static final class Told {
    private final List<Evidence> evidence = new ArrayList<>();
    private String name = "";
  }

  private static List<Suspect> of(DatasetGraph dataset, Iris iris) {
    String shared = iris.base() + "entity/";
    Map<String, Told> people = new LinkedHashMap<>();
    dataset
        .listGraphNodes()
        .forEachRemaining(
            name -> {
              // In memory, since it is asked for many things and is small.
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

  private static void add(Map<String, Told> people, ArticleEvidence article, Node person) {
    Told told = people.computeIfAbsent(person.getURI(), first -> new Told());
    told.name = article.name(person);
    told.evidence.addAll(article.of(person));
  }
}
