package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.News;
import org.newsgraph.serve.sparql.BackgroundCache;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.NodeIdQuads;

/** Who is quoted most, and who or what is spoken of most, kept at hand. */
final class TopEntities {
  private static final int LISTED = 12;

  /** How often someone or something is. */
  record EntityCount(Node entity, String name, long times) {}

  /**
   * The most of each, the very most first.
   *
   * @param said how many statements those made who made very many
   * @param about how many there are about those of whom there are very many
   */
  record Rankings(
      List<EntityCount> quoted,
      List<EntityCount> spokenOf,
      Map<Node, Long> said,
      Map<Node, Long> about) {
    /** How many statements have this value, where they are very many; else 0. */
    long many(Node property, Node value) {
      return (property.equals(News.speaker) ? said : about).getOrDefault(value, 0L);
    }
  }

  private final BackgroundCache<Rankings> kept;

  TopEntities(NewsStore store, Executor background) {
    Iris iris = store.iris();
    this.kept =
        new BackgroundCache<>(
            store,
            dataset -> {
              Counts said = Counts.of(dataset, News.speaker);
              Counts about = Counts.of(dataset, News.about);
              return new Rankings(
                  said.most(dataset, iris), about.most(dataset, iris), said.many(), about.many());
            },
            background);
  }

  /** Looks through the database, so that who asks later need not wait. */
  void begin() {
    kept.warmUp();
  }

  /** Nothing while a large database is counted for the first time. */
  Optional<Rankings> now() {
    return kept.peek();
  }

  /** How often an entity is the value of a property, and a graph in which it is. */
  private record Times(NodeId entity, NodeId graph, long times) {}

  /** How often each is. */
  private record Counts(NodeIdQuads ids, List<Times> all) {
    static Counts of(DatasetGraph dataset, Node property) {
      NodeIdQuads ids = new NodeIdQuads(dataset);
      List<Times> all = new ArrayList<>();
      NodeId entity = null;
      NodeId graph = null;
      long times = 0;
      for (var quads = ids.ofStatements(property); quads.hasNext(); times++) {
        NodeIdQuads.IdQuad quad = quads.next();
        if (!quad.value().equals(entity)) {
          if (times > 0) {
            all.add(new Times(entity, graph, times));
          }
          entity = quad.value();
          graph = quad.graph();
          times = 0;
        }
      }
      if (times > 0) {
        all.add(new Times(entity, graph, times));
      }
      all.sort(Comparator.comparingLong(Times::times).reversed());
      return new Counts(ids, all);
    }

    Map<Node, Long> many() {
      return all.stream()
          .takeWhile(it -> it.times() >= EntityActivity.LATEST)
          .collect(Collectors.toMap(it -> ids.term(it.entity()), Times::times));
    }

    List<EntityCount> most(DatasetGraph dataset, Iris iris) {
      List<EntityCount> most = new ArrayList<>();
      for (Times each : all) {
        // Those that come as often as the last are read, too: which of them are listed is no
        // chance.
        if (most.size() >= LISTED && each.times() < most.get(most.size() - 1).times()) {
          break;
        }
        Node entity = ids.term(each.entity());
        if (iris.isEntity(entity.getURI())) {
          String name = GraphValues.label(dataset, ids.term(each.graph()), entity);
          most.add(new EntityCount(entity, name, each.times()));
        }
      }
      most.sort(
          Comparator.comparingLong((EntityCount it) -> -it.times())
              .thenComparing(it -> it.entity().getURI()));
      return most.subList(0, Math.min(LISTED, most.size()));
    }
  }
}
