package org.newsgraph.query.entity;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.newsgraph.graph.News;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.NodeIdQuads;

/**
 * The entities that the same articles mention as an entity, with the number of these articles.
 *
 * @param entities the most frequent ones, in descending order
 * @param articles number of articles that were counted
 * @param isComplete false if more articles mention the entity than were counted
 */
public record CoOccurrence(List<EntityCount> entities, int articles, boolean isComplete) {
  /** Maximum number of articles that are counted; more would make pages slow. */
  public static final int MAX_ARTICLES = 1_000;

  private static final class Counter {
    private int articles;
  }

  /**
   * Counts the entities in the articles that mention an entity.
   *
   * @param dataset the store's dataset, in a read transaction
   * @param limit maximum number of entities to return
   */
  public static CoOccurrence of(NewsStore store, DatasetGraph dataset, Node entity, int limit) {
    NodeIdQuads ids = new NodeIdQuads(dataset);
    Map<NodeId, Counter> counts = new HashMap<>();
    int articles = 0;
    NodeId self = null;
    var quads = ids.withProperty(News.mentions, entity);
    while (quads.hasNext() && articles < MAX_ARTICLES) {
      NodeIdQuads.IdQuad quad = quads.next();
      self = quad.value();
      if (quad.subject().equals(quad.graph())) {
        articles++;
        ids.values(quad.graph(), quad.graph(), News.mentions)
            .forEachRemaining(
                it -> counts.computeIfAbsent(it.value(), id -> new Counter()).articles++);
      }
    }
    counts.remove(self);
    return new CoOccurrence(most(store, ids, counts, limit), articles, !quads.hasNext());
  }

  private static List<EntityCount> most(
      NewsStore store, NodeIdQuads ids, Map<NodeId, Counter> counts, int limit) {
    int least =
        counts.values().stream()
            .map(it -> it.articles)
            .sorted(Comparator.reverseOrder())
            .limit(limit)
            .reduce((first, second) -> second)
            .orElse(0);
    // All entities with the least count are compared by IRI, so that the selection does not depend
    // on their order in the database.
    Map<Node, Integer> candidates = new HashMap<>();
    counts.forEach(
        (id, counter) -> {
          if (counter.articles >= least) {
            candidates.put(ids.term(id), counter.articles);
          }
        });
    List<EntityCount> most =
        candidates.entrySet().stream()
            .sorted(
                Comparator.comparingInt((Map.Entry<Node, Integer> it) -> -it.getValue())
                    .thenComparing(it -> it.getKey().getURI()))
            .limit(limit)
            .map(it -> new EntityCount(it.getKey(), "", it.getValue()))
            .toList();
    return new EntityLabels(store).named(most);
  }
}
