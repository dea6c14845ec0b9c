package org.newsgraph.cli;

import java.util.ArrayList;
import java.util.List;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.store.NewsStore;

/**
 * Stores articles by as many as come within a second, each time in one transaction. So a large
 * build pays for few of them, a small one is stored at once, and a crash takes a second's work.
 */
final class Batch {
  private static final long LONGEST_NANOS = 1_000_000_000;
  private static final int MOST_TRIPLES = 200_000;

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
    if (triples >= MOST_TRIPLES || System.nanoTime() - since >= LONGEST_NANOS) {
      store();
    }
    return waiting.isEmpty();
  }

  /** Stores what waits. */
  void store() {
    if (!waiting.isEmpty()) {
      store.putAll(waiting);
      waiting.clear();
      triples = 0;
      compaction.step();
    }
  }
}
