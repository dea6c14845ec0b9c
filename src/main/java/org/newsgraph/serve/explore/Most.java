package org.newsgraph.serve.explore;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.serve.sparql.Kept;
import org.newsgraph.store.NewsStore;

/** Who is quoted most, and who or what is spoken of most, kept at hand. */
final class Most {
  private static final int LISTED = 12;

  /** How often someone or something is. */
  record Count(Node entity, String name, long times) {}

  /**
   * The most of each, the very most first.
   *
   * @param said how many statements those made who made very many
   * @param about how many there are about those of whom there are very many
   */
  record Lists(
      List<Count> quoted, List<Count> spokenOf, Map<Node, Long> said, Map<Node, Long> about) {
    /** How many statements have this value, where they are very many; else 0. */
    long many(Node property, Node value) {
      return (property.equals(News.speaker) ? said : about).getOrDefault(value, 0L);
    }
  }

  private final Kept<Lists> kept;

  Most(NewsStore store, Executor background) {
    Iris iris = store.iris();
    this.kept =
        new Kept<>(
            store,
            dataset -> {
              Counts said = Counts.of(dataset, News.speaker);
              Counts about = Counts.of(dataset, News.about);
              return new Lists(
                  said.most(dataset, iris), about.most(dataset, iris), said.many(), about.many());
            },
            background);
  }

  /** Nothing while a large database is counted for the first time. */
  Optional<Lists> now() {
    return kept.now();
  }

  /** How often each is the value of a property, and a graph in which it is. */
  private record Counts(Map<Node, long[]> times, Map<Node, Node> graphs) {
    static Counts of(DatasetGraph dataset, Node property) {
      Counts counts = new Counts(new HashMap<>(), new HashMap<>());
      dataset
          .find(Node.ANY, Node.ANY, property, Node.ANY)
          .forEachRemaining(
              quad -> {
                Node entity = quad.getObject();
                counts.times().computeIfAbsent(entity, it -> new long[1])[0]++;
                counts.graphs().putIfAbsent(entity, quad.getGraph());
              });
      return counts;
    }

    Map<Node, Long> many() {
      Map<Node, Long> many = new HashMap<>();
      times.forEach(
          (entity, number) -> {
            if (number[0] >= Company.LATEST) {
              many.put(entity, number[0]);
            }
          });
      return many;
    }

    List<Count> most(DatasetGraph dataset, Iris iris) {
      return times.entrySet().stream()
          .filter(it -> iris.isEntity(it.getKey().getURI()))
          .sorted(
              Comparator.comparingLong((Map.Entry<Node, long[]> it) -> -it.getValue()[0])
                  .thenComparing(it -> it.getKey().getURI()))
          .limit(LISTED)
          .map(
              it ->
                  new Count(
                      it.getKey(),
                      Facts.label(dataset, graphs.get(it.getKey()), it.getKey()),
                      it.getValue()[0]))
          .toList();
    }
  }
}
