package org.newsgraph.store.bulk;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;

/**
 * A TDB2 database that can be compacted while it is read: a read transaction stays in the
 * generation (the folder {@code Data-NNNN}) in which it began.
 *
 * <p>TDB2's own switchable dataset passes each call to the current generation. After a compaction a
 * reader would continue in the new generation, where it has no transaction, and its transaction in
 * the old generation would never end, so that the compaction would wait for it forever. Write
 * transactions never span a compaction, because it blocks them.
 */
public final class CompactableDataset extends DatasetGraphWrapper {
  private final DatasetGraphSwitchable container;

  /** Generation of this thread's read transaction. */
  private final ThreadLocal<DatasetGraph> snapshot = ThreadLocal.withInitial(() -> null);

  /** Prevents a switch of the generation while a read transaction begins. */
  private final ReadWriteLock switching = new ReentrantReadWriteLock();

  public CompactableDataset(DatasetGraphSwitchable container) {
    super(container, container.getContext());
    this.container = container;
  }

  /**
   * Returns the generation that this thread's transaction reads, or, outside of a transaction, the
   * current one.
   *
   * @param dataset dataset of TDB2, possibly wrapped
   */
  public static DatasetGraphTDB generation(DatasetGraph dataset) {
    return (DatasetGraphTDB) DatasetGraphWrapper.unwrap(dataset);
  }

  /** Returns TDB2's dataset, which always refers to the current generation. */
  public DatasetGraphSwitchable container() {
    return container;
  }

  /** Switches to another generation: transactions that begin from now on use it. */
  void switchTo(DatasetGraphTDB generation) {
    switching.writeLock().lock();
    try {
      container.set(generation);
    } finally {
      switching.writeLock().unlock();
    }
  }

  @Override
  protected DatasetGraph get() {
    DatasetGraph pinned = snapshot.get();
    return pinned == null ? container : pinned;
  }

  @Override
  public void begin() {
    begin(TxnType.READ_PROMOTE);
  }

  @Override
  public void begin(ReadWrite mode) {
    begin(TxnType.convert(mode));
  }

  @Override
  public void begin(TxnType type) {
    if (type != TxnType.READ || snapshot.get() != null) {
      super.begin(type);
      return;
    }
    switching.readLock().lock();
    try {
      DatasetGraph current = container.get();
      current.begin(type);
      snapshot.set(current);
    } finally {
      switching.readLock().unlock();
    }
  }

  @Override
  public void commit() {
    super.commit();
    // TDB2 ends a transaction with its commit.
    snapshot.remove();
  }

  @Override
  public void abort() {
    super.abort();
    snapshot.remove();
  }

  @Override
  public void end() {
    try {
      super.end();
    } finally {
      snapshot.remove();
    }
  }

  // Views of this dataset, because graphs of a generation would outlive a compaction.

  @Override
  public Graph getDefaultGraph() {
    return GraphView.createDefaultGraph(this);
  }

  @Override
  public Graph getGraph(Node name) {
    return GraphView.createNamedGraph(this, name);
  }

  @Override
  public Graph getUnionGraph() {
    return GraphView.createUnionGraph(this);
  }
}
