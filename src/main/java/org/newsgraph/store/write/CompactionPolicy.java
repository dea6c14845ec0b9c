package org.newsgraph.store.write;

import org.newsgraph.store.NewsStore;

/**
 * Compacts the database during a long run when wasted space exceeds live data. It estimates the
 * live data from the triples that the run has stored.
 */
public final class CompactionPolicy {
  private final NewsStore store;
  private final WritePolicy policy;

  /** Estimated size of the live data, in bytes. */
  private long live;

  /** Creates the policy of a run that begins now. */
  public CompactionPolicy(NewsStore store) {
    this(store, WritePolicy.DEFAULT);
  }

  CompactionPolicy(NewsStore store, WritePolicy policy) {
    this.store = store;
    this.policy = policy;
    this.live = store.size();
  }

  /** Returns an estimate of the number of triples in the database. */
  long triples() {
    return policy.triples(live);
  }

  /** Records that the database was compacted. */
  void recordCompaction() {
    live = store.size();
  }

  /** Records that triples were stored in one transaction, and compacts the database if needed. */
  public void recordWrite(int triples) {
    live += policy.size(triples);
    if (policy.isCompactionDue(store.size(), live) && store.compact()) {
      recordCompaction();
    }
  }
}
