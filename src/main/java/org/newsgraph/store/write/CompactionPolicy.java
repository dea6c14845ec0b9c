package org.newsgraph.store.write;

import org.newsgraph.store.NewsStore;

/**
 * Compacts the database when wasted space exceeds live data, so that the cost of compaction stays
 * proportional to the data written.
 */
public final class CompactionPolicy {
  /** Size of a triple in a compact database, including its text index entry, in bytes. */
  private static final long BYTES_PER_TRIPLE = 160;

  /** Minimum wasted space that is worth a compaction, in bytes. */
  private static final long MIN_WASTED = 128L << 20;

  private final NewsStore store;

  /** Estimated size of the live data, in bytes. */
  private long live;

  public CompactionPolicy(NewsStore store) {
    this.store = store;
    this.live = store.size();
  }

  /** Returns an estimate of the number of triples in the database. */
  long triples() {
    return live / BYTES_PER_TRIPLE;
  }

  /** Records that the database was compacted. */
  void recordCompaction() {
    live = store.size();
  }

  /** Records that triples were stored in one transaction, and compacts the database if needed. */
  public void recordWrite(int triples) {
    live += triples * BYTES_PER_TRIPLE;
    long wasted = store.size() - live;
    if (wasted > Math.max(MIN_WASTED, live) && store.compact()) {
      recordCompaction();
    }
  }
}
