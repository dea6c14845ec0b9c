package org.newsgraph.store.write;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.store.DiskSpace;
import org.newsgraph.store.bulk.BulkCompaction;
import org.newsgraph.store.text.IndexingDataset;
import org.newsgraph.store.text.TransactionalTextIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes named graphs to a database: each call in one transaction, or through the write-ahead log.
 * After a crash, the database has either all changes of a call or none.
 *
 * <p>Thread-safe; write transactions and compactions are serialized.
 */
public final class GraphWriter {
  private static final Logger LOG = LoggerFactory.getLogger(GraphWriter.class);

  private final DatasetGraph dataset;
  private final IndexingDataset indexingDataset;
  private final TransactionalTextIndex textIndex;
  private final WriteAheadLog log;
  private final DiskSpace space;
  private final LongSupplier size;

  /** Held while the database is rebuilt: each rebuild deletes the files of all others. */
  private final ReentrantLock rebuilding = new ReentrantLock();

  /**
   * Creates the writer of an open database.
   *
   * @param dataset dataset of TDB2
   * @param indexingDataset the same dataset with updates of the text index
   * @param textIndex text index of the database
   * @param log write-ahead log of the database
   * @param space disk space, checked before each write
   * @param size supplier of the size of TDB2's files, in bytes
   */
  public GraphWriter(
      DatasetGraph dataset,
      IndexingDataset indexingDataset,
      TransactionalTextIndex textIndex,
      WriteAheadLog log,
      DiskSpace space,
      LongSupplier size) {
    this.dataset = dataset;
    this.indexingDataset = indexingDataset;
    this.textIndex = textIndex;
    this.log = log;
    this.space = space;
    this.size = size;
  }

  /**
   * Replaces the graph with the given name.
   *
   * @throws org.newsgraph.store.StoreException if the disk is nearly full; then nothing is changed
   */
  public void put(Node name, Collection<Triple> triples) {
    space.requireForTriples(triples.size());
    write(() -> indexingDataset.replace(name, triples));
  }

  /**
   * Stores the graphs of several articles, replacing their earlier graphs, in one transaction,
   * which takes hardly longer than a transaction for one article. If two graphs have the same name,
   * the later one is stored.
   *
   * @throws org.newsgraph.store.StoreException if the disk is nearly full; then nothing is changed
   */
  public void putAll(List<ArticleGraph> articles) {
    space.requireForTriples(triples(articles));
    write(() -> articles.forEach(it -> indexingDataset.replace(it.name(), it.triples())));
  }

  /**
   * Adds triples to the graph with the given name.
   *
   * @throws org.newsgraph.store.StoreException if the disk is nearly full; then nothing is changed
   */
  public void add(Node name, Collection<Triple> triples) {
    if (!triples.isEmpty()) {
      space.requireForTriples(triples.size());
      write(() -> indexingDataset.addAll(name, triples));
    }
  }

  /**
   * Deletes the graph with the given name.
   *
   * @throws org.newsgraph.store.StoreException if the disk is nearly full; then nothing is changed
   */
  public void delete(Node name) {
    space.require(0);
    write(() -> indexingDataset.removeGraph(name));
  }

  /**
   * Applies a function to the dataset in one transaction, which is aborted if the function throws
   * an exception.
   *
   * @param triples maximum number of triples that the function adds
   * @return result of the function
   * @throws org.newsgraph.store.StoreException if the disk is nearly full; then nothing is changed
   */
  public <T> T update(long triples, Function<IndexingDataset, T> change) {
    space.requireForTriples(triples);
    return Txn.calculateWrite(indexingDataset, () -> change.apply(indexingDataset));
  }

  private void write(Runnable change) {
    Txn.exec(indexingDataset, TxnType.WRITE, change);
  }

  private static long triples(List<ArticleGraph> articles) {
    return articles.stream().mapToLong(it -> it.triples().size()).sum();
  }

  /** Tests whether {@link #log} is supported. It is not on Windows. */
  public boolean supportsLog() {
    return BulkCompaction.supportsAdditions();
  }

  /**
   * Appends the graphs of several articles to the write-ahead log. They are durable when this
   * method returns, and visible after the next {@link #checkpoint}. For tens of thousands of
   * articles this is much faster than transactions. If two graphs have the same name, the later one
   * is stored.
   *
   * @return number of triples in the log
   * @throws org.newsgraph.store.StoreException if the disk is nearly full; earlier entries of the
   *     log are kept
   * @throws UnsupportedOperationException if {@link #supportsLog} is false
   */
  public long log(List<ArticleGraph> articles) {
    indexingDataset.requireWritable();
    if (!supportsLog()) {
      throw new UnsupportedOperationException();
    }
    space.requireForTriples(triples(articles));
    log.add(articles);
    return log.triples();
  }

  /** Recovers from a crash, when the database is opened: replays the write-ahead log. */
  public void recover() {
    log.open();
    if (log.triples() > 0) {
      LOG.warn("{}: replaying the log of an interrupted build", space.folder());
    }
    checkpoint();
  }

  /**
   * Moves the contents of the write-ahead log into the database, replacing earlier graphs of the
   * same names.
   *
   * @throws org.newsgraph.store.StoreException if the disk is nearly full; then the log is kept
   */
  public void checkpoint() {
    indexingDataset.requireWritable();
    rebuilding.lock();
    try {
      if (log.triples() > 0) {
        new LogCheckpoint(dataset, indexingDataset, textIndex, space, WritePolicy.DEFAULT)
            .run(log, size.getAsLong());
        indexingDataset.recordChange();
      }
      log.clear();
    } finally {
      rebuilding.unlock();
    }
  }

  /**
   * Compacts the database, which reclaims the disk space of obsolete block copies: each transaction
   * leaves about 2 MB of them, however small the article. Compaction needs disk space for a second
   * copy of the database, and is skipped if there is not enough.
   *
   * @return whether the database was compacted
   */
  public boolean compact() {
    indexingDataset.requireWritable();
    rebuilding.lock();
    try {
      if (!space.hasRoomFor(size.getAsLong())) {
        return false;
      }
      BulkCompaction.compact(dataset, space::require);
      textIndex.compact();
      return true;
    } finally {
      rebuilding.unlock();
    }
  }
}
