package org.newsgraph.store.text;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/**
 * A dataset that keeps the text index up to date. It records every change of a transaction, and
 * updates the index entries of the changed subjects on commit.
 */
public final class IndexingDataset extends DatasetGraphWrapper {
  private final TransactionalTextIndex textIndex;

  /** Changes of indexed values in this thread's transaction. */
  private final ThreadLocal<Touched> touched = ThreadLocal.withInitial(Touched::new);

  /** Called before each write transaction; throws if the dataset is read-only. */
  private final Runnable writeCheck;

  private final AtomicLong revision = new AtomicLong();

  /**
   * @param database dataset to wrap
   * @param textIndex index to keep up to date
   * @param writeCheck called before each write transaction; throws if the dataset is read-only
   */
  public IndexingDataset(
      DatasetGraph database, TransactionalTextIndex textIndex, Runnable writeCheck) {
    super(database);
    this.textIndex = textIndex;
    this.writeCheck = writeCheck;
  }

  /** Returns the number of changes since this dataset was created. */
  public long revision() {
    return revision.get();
  }

  /** Records a change of the database that was not made through this dataset. */
  public void recordChange() {
    revision.incrementAndGet();
  }

  /**
   * Checks that the dataset can be changed.
   *
   * @throws org.newsgraph.store.StoreException if it is read-only
   */
  public void requireWritable() {
    writeCheck.run();
  }

  @Override
  public void begin(TxnType type) {
    if (type != TxnType.READ) {
      requireWritable();
      textIndex.ensureOpen();
    }
    super.begin(type);
  }

  @Override
  public void begin(ReadWrite mode) {
    begin(TxnType.convert(mode));
  }

  /** Commits this thread's transaction and updates the text index. */
  @Override
  public void commit() {
    try {
      commitAndIndex();
    } catch (RuntimeException | Error e) {
      // Callers such as Txn do not end a transaction whose commit fails: it would block all others.
      endFailed(e);
      throw e;
    }
  }

  private void endFailed(Throwable cause) {
    try {
      if (isInTransaction()) {
        abort();
        end();
      }
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private void commitAndIndex() {
    boolean writes = isWriting();
    Set<Node> subjects = touched.get().subjects(get());
    touched.remove();
    if (subjects.isEmpty()) {
      commitDatabase(writes);
      return;
    }
    Map<Node, Set<Triple>> values = new LinkedHashMap<>();
    subjects.forEach(subject -> values.put(subject, IndexEntries.values(get(), subject)));
    try (IndexUpdate update = textIndex.beginUpdate(subjects)) {
      commitDatabase(writes);
      update.commit(values);
    }
  }

  private void commitDatabase(boolean writes) {
    super.commit();
    if (writes) {
      recordChange();
    }
  }

  private boolean isWriting() {
    return get().isInTransaction() && get().transactionMode() == ReadWrite.WRITE;
  }

  @Override
  public void abort() {
    touched.remove();
    super.abort();
  }

  @Override
  public void end() {
    touched.remove();
    super.end();
  }

  /** Records an added value, unless another graph has it already. */
  private void recordAdded(Node subject, Node property, Node value) {
    if (TextFields.isIndexed(subject, property, value)
        && !get().contains(Node.ANY, subject, property, value)) {
      touched.get().subjects.add(subject);
    }
  }

  private void recordDeleted(Node subject, Node property, Node value) {
    if (TextFields.isIndexed(subject, property, value)) {
      touched.get().dropped.add(Triple.create(subject, property, value));
    }
  }

  /**
   * Subjects whose indexed values may have changed.
   *
   * @param subjects subjects with a value that no graph had before
   * @param dropped values that were deleted from one graph; other graphs may still have them
   */
  private record Touched(Set<Node> subjects, Set<Triple> dropped) {
    Touched() {
      this(new HashSet<>(), new HashSet<>());
    }

    /**
     * Returns the changed subjects. To be called at the end of the transaction, when a deleted
     * value counts only if no other graph still has it.
     */
    Set<Node> subjects(DatasetGraph dataset) {
      for (Triple triple : dropped) {
        if (!subjects.contains(triple.getSubject())
            && !dataset.contains(
                Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject())) {
          subjects.add(triple.getSubject());
        }
      }
      return subjects;
    }
  }

  @Override
  public void add(Quad quad) {
    recordAdded(quad.getSubject(), quad.getPredicate(), quad.getObject());
    super.add(quad);
  }

  @Override
  public void add(Node graph, Node subject, Node property, Node value) {
    recordAdded(subject, property, value);
    super.add(graph, subject, property, value);
  }

  @Override
  public void delete(Quad quad) {
    recordDeleted(quad.getSubject(), quad.getPredicate(), quad.getObject());
    super.delete(quad);
  }

  @Override
  public void delete(Node graph, Node subject, Node property, Node value) {
    recordDeleted(subject, property, value);
    super.delete(graph, subject, property, value);
  }

  @Override
  public void deleteAny(Node graph, Node subject, Node property, Node value) {
    // Recorded here, because TDB2 deletes in bulk without calling delete() for each quad.
    get()
        .find(graph, subject, property, value)
        .forEachRemaining(
            quad -> recordDeleted(quad.getSubject(), quad.getPredicate(), quad.getObject()));
    super.deleteAny(graph, subject, property, value);
  }

  @Override
  public void removeGraph(Node graph) {
    deleteAny(graph, Node.ANY, Node.ANY, Node.ANY);
  }

  @Override
  public void addGraph(Node name, Graph graph) {
    replace(name, Iter.toList(graph.find()));
  }

  /** Replaces the graph with the given name. */
  public void replace(Node name, Collection<Triple> triples) {
    removeGraph(name);
    addAll(name, triples);
  }

  /** Adds triples to the graph with the given name. */
  public void addAll(Node name, Collection<Triple> triples) {
    triples.forEach(it -> add(name, it.getSubject(), it.getPredicate(), it.getObject()));
  }

  @Override
  public void clear() {
    deleteAny(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
  }

  // Views of this dataset, because writes to the database's own graphs would not be recorded.

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
