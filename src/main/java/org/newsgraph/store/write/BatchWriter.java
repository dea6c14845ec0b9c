package org.newsgraph.store.write;

import java.util.ArrayList;
import java.util.List;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.store.NewsStore;

/**
 * Stores articles by as many as come within a second, each time in one transaction; in a long
 * build, within a twentieth of the time that it has taken so far. So a large build pays for few
 * transactions, a small one is stored at once, and a crash takes a twentieth of the work.
 *
 * <p>From some hundred articles on they are only taken down, as often as that or sooner, and put in
 * together at the end, or when four times as many wait as the database has: a transaction changes
 * most blocks of a large database, however little it brings.
 *
 * <p>Of two versions of an article the later stays.
 */
public final class BatchWriter {
  private static final long SHORTEST_NANOS = 1_000_000_000;
  private static final int PART_OF_BUILD = 20;

  /** So many are put in by a transaction. They are in memory until then: about 100 MB. */
  private static final int MOST_PUT = 200_000;

  /** So many are taken down, which costs little for few. */
  private static final int MOST_TAKEN_DOWN = 30_000;

  /** So many times as many as the database has may wait: to pack it anew with them pays then. */
  private static final int AS_THERE_ARE = 4;

  private final long begin = System.nanoTime();
  private final NewsStore finish;
  private final CompactionPolicy compaction;
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
  public record Limits(long put, long waiting) {
    public static final Limits USUAL = new Limits(100_000, 4_000_000);
  }

  /**
   * @param putting told before many that wait are put in, which takes a while
   */
  public BatchWriter(NewsStore store, Limits limits, Runnable putting) {
    this.finish = store;
    this.compaction = new CompactionPolicy(store);
    this.limits = limits;
    this.putting = putting;
  }

  /** Takes an article; soon after it is safe from a crash. */
  public void add(ArticleGraph graph) {
    if (graphs.isEmpty()) {
      since = System.nanoTime();
    }
    graphs.add(graph);
    triples += graph.triples().size();
    long now = System.nanoTime();
    long wait = Math.max(SHORTEST_NANOS, (now - begin) / PART_OF_BUILD);
    if (triples >= (isTakenDown() ? MOST_TAKEN_DOWN : MOST_PUT) || now - since >= wait) {
      flush();
    }
  }

  private boolean isTakenDown() {
    return put >= limits.put() && finish.supportsLog();
  }

  /** Makes all that came safe from a crash. */
  public void flush() {
    if (graphs.isEmpty()) {
      return;
    }
    if (isTakenDown()) {
      down = finish.log(graphs);
    } else {
      finish.putAll(graphs);
      compaction.stored(triples);
      put += triples;
    }
    graphs.clear();
    triples = 0;
    if (down > Math.max(limits.waiting(), AS_THERE_ARE * compaction.triples())) {
      putDown();
    }
  }

  /** Puts all that came into the database. */
  public void finish() {
    flush();
    if (down > 0) {
      putDown();
    }
  }

  private void putDown() {
    putting.run();
    finish.checkpoint();
    down = 0;
    compaction.done();
  }
}
