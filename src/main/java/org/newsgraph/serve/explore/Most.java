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

  /** The most of each, the very most first. */
  record Lists(List<Count> quoted, List<Count> spokenOf) {}

  private final Kept<Lists> kept;

  Most(NewsStore store, Executor background) {
    Iris iris = store.iris();
    this.kept =
        new Kept<>(
            store,
            dataset ->
                new Lists(most(dataset, News.speaker, iris), most(dataset, News.about, iris)),
            background);
  }

  /** Nothing while a large database is counted for the first time. */
  Optional<Lists> now() {
    return kept.now();
  }

  private static List<Count> most(DatasetGraph dataset, Node property, Iris iris) {
    Map<Node, long[]> counts = new HashMap<>();
    Map<Node, Node> graphs = new HashMap<>();
    dataset
        .find(Node.ANY, Node.ANY, property, Node.ANY)
        .forEachRemaining(
            quad -> {
              Node entity = quad.getObject();
              counts.computeIfAbsent(entity, it -> new long[1])[0]++;
              graphs.putIfAbsent(entity, quad.getGraph());
            });
    return counts.entrySet().stream()
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
