package org.newsgraph.store.write;

import java.util.ArrayList;
import java.util.List;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.store.NewsStore;

/**
 * Stores the articles of a build in batches: one per second, or, in a long build, one per twentieth
 * of the time elapsed. A large build therefore needs few transactions, a small build is stored at
 * once, and a crash loses at most a twentieth of the work.
 *
 * <p>The first few hundred articles are stored by one transaction per batch. Later batches are
 * appended to the write-ahead log, and checkpointed at the end, or when the log has several times
 * as many triples as the database: a transaction changes most blocks of a large database, however
 * little it adds. {@link WritePolicy} has the numbers.
 *
 * <p>If an article is added twice, the later version is stored.
 */
public final class BatchWriter {
  private final long start = System.nanoTime();
  private final GraphWriter writer;
  private final WritePolicy policy;
  private final CompactionPolicy compaction;
  private final Runnable onCheckpoint;
  private final List<ArticleGraph> graphs = new ArrayList<>();
  private int triples;
  private long batchStart;

  /** Number of triples stored by transactions. */
  private long direct;

  /** Number of triples in the log. */
  private long logged;

  /**
   * Creates a writer for one build.
   *
   * @param onCheckpoint called before each checkpoint, which can take a while
   */
  public BatchWriter(NewsStore store, WritePolicy policy, Runnable onCheckpoint) {
    this.writer = store.writer();
    this.policy = policy;
    this.compaction = new CompactionPolicy(store, policy);
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
    if (policy.isBatchComplete(triples, usesLog(), now - batchStart, now - start)) {
      flush();
    }
  }

  private boolean usesLog() {
    return policy.isLogged(direct) && writer.supportsLog();
  }

  /** Makes all added articles durable. */
  public void flush() {
    if (graphs.isEmpty()) {
      return;
    }
    if (usesLog()) {
      logged = writer.log(graphs);
    } else {
      writer.putAll(graphs);
      compaction.recordWrite(triples);
      direct += triples;
    }
    graphs.clear();
    triples = 0;
    if (policy.isCheckpointDue(logged, compaction.triples())) {
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
    writer.checkpoint();
    logged = 0;
    compaction.recordCompaction();
  }
}
