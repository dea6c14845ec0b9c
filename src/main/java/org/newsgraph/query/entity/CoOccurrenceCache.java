package org.newsgraph.query.entity;

import org.apache.jena.graph.Node;
import org.newsgraph.query.ResultCache;
import org.newsgraph.store.NewsStore;

/** Cached co-occurrences: counting them is the slowest part of a frequent entity's page. */
public final class CoOccurrenceCache {
  /** Number of entities that are listed. */
  private static final int LISTED = 20;

  private final ResultCache<Node, CoOccurrence> cache;

  /** Creates the cache of a database. */
  public CoOccurrenceCache(NewsStore store) {
    this.cache =
        new ResultCache<>(
            store,
            entity -> store.read(dataset -> CoOccurrence.of(store, dataset, entity, LISTED)));
  }

  /** Returns the entities that the same articles mention. */
  public CoOccurrence of(Node entity) {
    return cache.get(entity);
  }
}
