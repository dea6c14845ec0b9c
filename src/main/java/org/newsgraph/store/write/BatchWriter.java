package org.newsgraph.store.write;

import java.util.ArrayList;
import java.util.List;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.store.NewsStore;

/**
 * Stores articles in batches: one per second, or, in a long build, one per twentieth of the time
 * elapsed. A large build therefore needs few transactions, a small build is stored at once, and a
 * crash loses at most a twentieth of the work.
 *
 * <p>The first few hundred articles are stored by one transaction per batch. Later batches are
 * appended to the write-ahead log, and checkpointed at the end, or when the log has four times as
 * many triples as the database: a transaction changes most blocks of a large database, however
 * little it adds.
 *
 * <p>If an article is added twice, the later version is stored.
 */
public final class BatchWriter {
  /** Minimum time between two batches, in nanoseconds. */
  private static final long MIN_BATCH_NANOS = 1_000_000_000;

  /** Divisor of the time elapsed that gives the time between two batches. */
  private static final int ELAPSED_DIVISOR = 20;

  /** Maximum number of triples in a batch for a transaction, about 100 MB of memory. */
  private static final int MAX_TRANSACTION_TRIPLES = 200_000;

  /** Maximum number of triples in a batch for the log, where small batches cost little. */
  private static final int MAX_LOG_BATCH_TRIPLES = 30_000;

  /**
   * Maximum ratio of logged triples to triples in the database. Beyond it, rebuilding the database
   * pays off.
   */
  private static final int MAX_LOG_RATIO = 4;

  private final long start = System.nanoTime();
  private final NewsStore store;
  private final CompactionPolicy compaction;
  private final Limits limits;
  private final Runnable onCheckpoint;
  private final List<ArticleGraph> graphs = new ArrayList<>();
  private int triples;
  private long batchStart;

  /** Number of triples stored by transactions. */
  private long direct;

  /** Number of triples in the log. */
  private long logged;

  /**
   * Limits of the write path.
   *
   * @param directTriples number of triples that are stored by transactions before the log is used
   * @param loggedTriples number of triples that the log may have, whatever the size of the database
   */
  public record Limits(long directTriples, long loggedTriples) {
    public static final Limits DEFAULT = new Limits(100_000, 4_000_000);
  }

  /**
   * @param onCheckpoint called before each checkpoint, which can take a while
   */
  public BatchWriter(NewsStore store, Limits limits, Runnable onCheckpoint) {
    this.store = store;
    this.compaction = new CompactionPolicy(store);
    this.limits = limits;
    this.onCheckpoint = onCheckpoint;
  }

  /** Adds an article, which is durable after the next {@link #flush}. */
  public void add(ArticleGraph graph) {
    if (graphs.isEmpty()) {
      batchStart = System.nanoTime();
    }
    graphs.add(graph);
    triples += graph.triples().size();
    long now = System.nanoTime();
    long interval = Math.max(MIN_BATCH_NANOS, (now - start) / ELAPSED_DIVISOR);
    int maxTriples = usesLog() ? MAX_LOG_BATCH_TRIPLES : MAX_TRANSACTION_TRIPLES;
    if (triples >= maxTriples || now - batchStart >= interval) {
      flush();
    }
  }

  private boolean usesLog() {
    return direct >= limits.directTriples() && store.supportsLog();
  }

  /** Makes all added articles durable. */
  public void flush() {
    if (graphs.isEmpty()) {
      return;
    }
    if (usesLog()) {
      logged = store.log(graphs);
    } else {
      store.putAll(graphs);
      compaction.recordWrite(triples);
      direct += triples;
    }
    graphs.clear();
    triples = 0;
    if (logged > Math.max(limits.loggedTriples(), MAX_LOG_RATIO * compaction.triples())) {
      checkpoint();
    }
  }

  /** Makes all added articles durable and visible. */
  public void finish() {
    flush();
    if (logged > 0) {
      checkpoint();
    }
  }

  private void checkpoint() {
    onCheckpoint.run();
    store.checkpoint();
    logged = 0;
    compaction.recordCompaction();
  }
}
