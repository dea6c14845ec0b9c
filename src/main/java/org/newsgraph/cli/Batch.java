package org.newsgraph.cli;

import java.util.ArrayList;
import java.util.List;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.store.NewsStore;

/**
 * Stores articles by as many as come within a second, each time in one transaction; in a long
 * build, within a twentieth of the time that it has taken so far. So a large build pays for few
 * transactions, a small one is stored at once, and a crash takes a twentieth of the work.
 *
 * <p>From some hundred articles on they are only taken down, as often as that, and put in together
 * at the end, or when as many wait as the database has twice: a transaction changes most blocks of
 * a large database, however little it brings.
 */
final class Batch {
  private static final long SHORTEST_NANOS = 1_000_000_000;
  private static final int PART_OF_BUILD = 20;

  /** What is not stored is in memory: about 100 MB of it. */
  private static final int MOST_TRIPLES = 200_000;

  private final long begin = System.nanoTime();
  private final NewsStore store;
  private final Compaction compaction;
  private final Limits limits;
  private final Runnable putting;
  private final List<ArticleGraph> graphs = new ArrayList<>();
  private int triples;
  private long since;

  /** Triples that were put in by transactions. */
  private long put;

  /** Triples that are taken down, and not put in yet. */
  private long down;

  /**
   * When what is to be done.
   *
   * @param put so many triples are put in by transactions; those that follow wait
   * @param waiting so many may wait in any case
   */
  record Limits(long put, long waiting) {
    static final Limits USUAL = new Limits(100_000, 4_000_000);
  }

  /**
   * @param putting told before many that wait are put in, which takes a while
   */
  Batch(NewsStore store, Compaction compaction, Limits limits, Runnable putting) {
    this.store = store;
    this.compaction = compaction;
    this.limits = limits;
    this.putting = putting;
  }

  /** Returns whether all that came is in the database. */
  boolean add(ArticleGraph graph) {
    if (graphs.isEmpty()) {
      since = System.nanoTime();
    }
    graphs.add(graph);
    triples += graph.triples().size();
    long now = System.nanoTime();
    long wait = Math.max(SHORTEST_NANOS, (now - begin) / PART_OF_BUILD);
    if (triples >= MOST_TRIPLES || now - since >= wait) {
      secure();
    }
    return graphs.isEmpty() && down == 0;
  }

  /** Makes all that came safe from a crash. */
  void secure() {
    if (graphs.isEmpty()) {
      return;
    }
    if (put < limits.put()) {
      store.putAll(graphs);
      compaction.stored(triples);
      put += triples;
    } else {
      down = store.putLater(graphs);
    }
    graphs.clear();
    triples = 0;
    if (down > Math.max(limits.waiting(), 2 * compaction.triples())) {
      putDown();
    }
  }

  /** Puts all that came into the database. */
  void store() {
    secure();
    if (down > 0) {
      putDown();
    }
  }

  private void putDown() {
    putting.run();
    store.putWaiting();
    down = 0;
    compaction.done();
  }
}
