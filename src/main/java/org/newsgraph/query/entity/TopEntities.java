package org.newsgraph.query.entity;

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
import org.newsgraph.query.BackgroundCache;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.NodeIdQuads;

/** Cached rankings: the most quoted speakers and the most discussed entities. */
public final class TopEntities {
  private static final int MAX_LISTED = 12;

  /** Minimum number of statements from which the total of an entity is known. */
  public static final int MIN_TOTAL = 500;

  /**
   * The rankings, and the totals of the most frequent entities.
   *
   * @param quoted the speakers with the most statements, in descending order
   * @param discussed the entities with the most statements about them, in descending order
   * @param statementsBySpeaker number of statements by each speaker with at least {@link
   *     #MIN_TOTAL}
   * @param statementsByTopic number of statements about each entity with at least {@link
   *     #MIN_TOTAL}
   */
  public record Rankings(
      List<EntityCount> quoted,
      List<EntityCount> discussed,
      Map<Node, Long> statementsBySpeaker,
      Map<Node, Long> statementsByTopic) {
    /** Returns the number of statements with a value; 0 if it is below {@link #MIN_TOTAL}. */
    public long statementCount(Node property, Node value) {
      return (property.equals(News.speaker) ? statementsBySpeaker : statementsByTopic)
          .getOrDefault(value, 0L);
    }
  }

  private final BackgroundCache<Rankings> cache;

  /** Creates the cache of a database; {@code background} counts. */
  public TopEntities(NewsStore store, Executor background) {
    Iris iris = store.iris();
    this.cache =
        new BackgroundCache<>(
            store,
            dataset -> {
              EntityValues labels = new EntityValues(dataset);
              ValueCounts said = ValueCounts.of(dataset, News.speaker);
              ValueCounts about = ValueCounts.of(dataset, News.about);
              return new Rankings(
                  said.most(labels, iris), about.most(labels, iris), said.many(), about.many());
            },
            background);
  }

  /** Starts to compute the rankings in the background. */
  public void warmUp() {
    cache.warmUp();
  }

  /** Returns the rankings; empty while a large database is being counted for the first time. */
  public Optional<Rankings> rankings() {
    return cache.peek();
  }

  /** The number of statements with an entity as the value of a property. */
  private record ValueCount(NodeId entity, long times) {}

  /** The counts of all values of a property, in descending order. */
  private record ValueCounts(NodeIdQuads ids, List<ValueCount> all) {
    static ValueCounts of(DatasetGraph dataset, Node property) {
      NodeIdQuads ids = new NodeIdQuads(dataset);
      List<ValueCount> all = new ArrayList<>();
      NodeId entity = null;
      long times = 0;
      for (var quads = ids.ofSaidStatements(property); quads.hasNext(); times++) {
        NodeIdQuads.IdQuad quad = quads.next();
        if (!quad.value().equals(entity)) {
          if (times > 0) {
            all.add(new ValueCount(entity, times));
          }
          entity = quad.value();
          times = 0;
        }
      }
      if (times > 0) {
        all.add(new ValueCount(entity, times));
      }
      all.sort(Comparator.comparingLong(ValueCount::times).reversed());
      return new ValueCounts(ids, all);
    }

    Map<Node, Long> many() {
      return all.stream()
          .takeWhile(it -> it.times() >= MIN_TOTAL)
          .collect(Collectors.toMap(it -> ids.term(it.entity()), ValueCount::times));
    }

    List<EntityCount> most(EntityValues labels, Iris iris) {
      List<EntityCount> most = new ArrayList<>();
      for (ValueCount each : all) {
        // Entities with the same count as the last one are read as well, so that the selection
        // does not depend on their order in the database.
        if (most.size() >= MAX_LISTED && each.times() < most.get(most.size() - 1).count()) {
          break;
        }
        Node entity = ids.term(each.entity());
        if (iris.isEntity(entity.getURI())) {
          most.add(new EntityCount(entity, "", each.times()));
        }
      }
      most.sort(
          Comparator.comparingLong((EntityCount it) -> -it.count())
              .thenComparing(it -> it.entity().getURI()));
      return most.stream()
          .limit(MAX_LISTED)
          .map(it -> new EntityCount(it.entity(), labels.name(it.entity(), iris), it.count()))
          .toList();
    }
  }
}
