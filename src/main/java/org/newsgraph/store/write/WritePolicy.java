package org.newsgraph.store.write;

/**
 * The numbers and rules of the write path. Decision 8 (docs/decisions) gives the reasons, and
 * benchmarks/README.md the measurements ("Storing").
 *
 * @param directTriples number of triples that are stored by transactions before the log is used: a
 *     few hundred articles, so that a small build leaves neither a log nor a compaction behind
 * @param maxTransactionTriples maximum number of triples in a batch for one transaction, about 100
 *     MB of memory
 * @param maxLogBatchTriples maximum number of triples in a batch for the log, where small batches
 *     cost little
 * @param minLoggedTriples number of triples that the log may have, whatever the size of the
 *     database; below it, a checkpoint during the build does not pay off
 * @param maxLogRatio maximum ratio of logged triples to triples in the database, so that the cost
 *     of all checkpoints stays proportional to the data
 * @param maxRebuildRatio ratio of the database's size to the log's above which transactions are
 *     faster than a rebuild: a rebuild copies everything in a tenth of the time per triple
 * @param checkpointGraphs maximum number of graphs in a transaction of a checkpoint
 * @param bytesPerTriple size of a triple in a compact database, its text index entries included, in
 *     bytes
 * @param minWastedBytes wasted space that is worth a compaction, in bytes
 */
public record WritePolicy(
    long directTriples,
    int maxTransactionTriples,
    int maxLogBatchTriples,
    long minLoggedTriples,
    int maxLogRatio,
    int maxRebuildRatio,
    int checkpointGraphs,
    long bytesPerTriple,
    long minWastedBytes) {
  public static final WritePolicy DEFAULT =
      new WritePolicy(100_000, 200_000, 30_000, 4_000_000, 4, 10, 200, 160, 128L << 20);

  /** Minimum time between two batches, in nanoseconds. */
  private static final long MIN_INTERVAL_NANOS = 1_000_000_000;

  /**
   * Divisor of the time elapsed that gives the time between two batches. It bounds the part of a
   * long build that a crash can lose.
   */
  private static final int ELAPSED_DIVISOR = 20;

  /** Returns the policy with other limits for the use of the log. */
  public WritePolicy withLog(long newDirectTriples, long newMinLoggedTriples) {
    return new WritePolicy(
        newDirectTriples,
        maxTransactionTriples,
        maxLogBatchTriples,
        newMinLoggedTriples,
        maxLogRatio,
        maxRebuildRatio,
        checkpointGraphs,
        bytesPerTriple,
        minWastedBytes);
  }

  /**
   * Tests whether the next batch goes to the log instead of a transaction.
   *
   * @param direct number of triples stored by transactions so far
   */
  boolean isLogged(long direct) {
    return direct >= directTriples;
  }

  /**
   * Tests whether a batch is complete.
   *
   * @param triples number of triples in the batch
   * @param logged whether the batch goes to the log
   * @param age time since the first article of the batch, in nanoseconds
   * @param elapsed time since the start of the build, in nanoseconds
   */
  boolean isBatchComplete(int triples, boolean logged, long age, long elapsed) {
    return triples >= (logged ? maxLogBatchTriples : maxTransactionTriples)
        || age >= Math.max(MIN_INTERVAL_NANOS, elapsed / ELAPSED_DIVISOR);
  }

  /**
   * Tests whether a build has to checkpoint the log before its end.
   *
   * @param logged number of triples in the log
   * @param stored number of triples in the database
   */
  boolean isCheckpointDue(long logged, long stored) {
    return logged > Math.max(minLoggedTriples, maxLogRatio * stored);
  }

  /**
   * Tests whether a checkpoint rebuilds the database instead of running transactions.
   *
   * @param logged number of triples in the log
   * @param size size of the database, in bytes
   */
  boolean isRebuildFaster(long logged, long size) {
    return logged * bytesPerTriple * maxRebuildRatio >= size;
  }

  /**
   * Tests whether the database is to be compacted: if more space is wasted than used, so that the
   * cost of all compactions stays proportional to the data written.
   *
   * @param size size of the database, in bytes
   * @param live size of the live data, in bytes
   */
  boolean isCompactionDue(long size, long live) {
    return size - live > Math.max(minWastedBytes, live);
  }

  /** Returns the number of triples in a compact database of a size in bytes. */
  long triples(long size) {
    return size / bytesPerTriple;
  }

  /** Returns the size in bytes of a number of triples in a compact database. */
  long size(long triples) {
    return triples * bytesPerTriple;
  }
}
