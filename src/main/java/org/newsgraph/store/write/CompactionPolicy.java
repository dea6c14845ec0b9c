package org.newsgraph.store.write;

import org.newsgraph.store.NewsStore;

/**
 * Gives the room back that storing articles takes, not so often that it slows the work down: where
 * as much is wasted as is of use.
 */
public final class CompactionPolicy {
  /** What a triple takes in a compact database, its words in the text index included, in bytes. */
  private static final long USEFUL = 160;

  /** Less than this is left for the next work to give back, in bytes. */
  private static final long LEAST = 128L << 20;

  private final NewsStore store;
  private long useful;

  public CompactionPolicy(NewsStore store) {
    this.store = store;
    this.useful = store.size();
  }

  /** About how many triples the database has. */
  long triples() {
    return useful / USEFUL;
  }

  /** The database was packed. */
  void done() {
    useful = store.size();
  }

  /** So many triples more were stored, in one transaction. */
  public void stored(int triples) {
    useful += triples * USEFUL;
    long wasted = store.size() - useful;
    if (wasted > Math.max(LEAST, useful) && store.compact()) {
      done();
    }
  }
}
