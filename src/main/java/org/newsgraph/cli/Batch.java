package org.newsgraph.cli;

import java.util.ArrayList;
import java.util.List;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.store.NewsStore;

/**
 * Stores articles by as many as come within a second, each time in one transaction; in a long
 * build, within a twentieth of the time that it has taken so far. So a large build pays for few
 * transactions, a small one is stored at once, and a crash takes a twentieth of the work.
 */
final class Batch {
  private static final long SHORTEST_NANOS = 1_000_000_000;
  private static final int PART_OF_BUILD = 20;

  /** What waits is in memory: about 100 MB of it. */
  private static final int MOST_TRIPLES = 200_000;

  private final long begin = System.nanoTime();
  private final NewsStore store;
  private final Compaction compaction;
  private final List<ArticleGraph> waiting = new ArrayList<>();
  private int triples;
  private long since;

  Batch(NewsStore store, Compaction compaction) {
    this.store = store;
    this.compaction = compaction;
  }

  /** Returns whether all that waited was stored. */
  boolean add(ArticleGraph graph) {
    if (waiting.isEmpty()) {
      since = System.nanoTime();
    }
    waiting.add(graph);
    triples += graph.triples().size();
    long now = System.nanoTime();
    long wait = Math.max(SHORTEST_NANOS, (now - begin) / PART_OF_BUILD);
    if (triples >= MOST_TRIPLES || now - since >= wait) {
      store();
    }
    return waiting.isEmpty();
  }

  /** Stores what waits. */
  void store() {
    if (!waiting.isEmpty()) {
      store.putAll(waiting);
      compaction.stored(triples);
      waiting.clear();
      triples = 0;
    }
  }
}
