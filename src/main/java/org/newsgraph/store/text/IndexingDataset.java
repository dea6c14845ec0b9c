package org.newsgraph.store.text;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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

  /** Called after each committed write transaction. */
  private final Runnable onCommit;

  /** Called before each write transaction; throws if the dataset is read-only. */
  private final Runnable writeCheck;

  /**
   * @param database dataset to wrap
   * @param textIndex index to keep up to date
   * @param onCommit called after each committed write transaction
   * @param writeCheck called before each write transaction; throws if the dataset is read-only
   */
  public IndexingDataset(
      DatasetGraph database,
      TransactionalTextIndex textIndex,
      Runnable onCommit,
      Runnable writeCheck) {
    super(database);
    this.textIndex = textIndex;
    this.onCommit = onCommit;
    this.writeCheck = writeCheck;
  }

  @Override
  public void begin(TxnType type) {
    if (type != TxnType.READ) {
      writeCheck.run();
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
    boolean writes = isWriting();
    Set<Node> subjects = touched.get().subjects(get());
    touched.remove();
    if (subjects.isEmpty()) {
      super.commit();
    } else {
      Map<Node, Set<Triple>> changed = new LinkedHashMap<>();
      subjects.forEach(
          subject -> changed.put(subject, TransactionalTextIndex.indexedValues(get(), subject)));
      textIndex.beginUpdate(subjects);
      try {
        super.commit();
      } catch (RuntimeException | Error e) {
        textIndex.rollbackUpdate();
        throw e;
      }
      textIndex.commitUpdate(changed);
    }
    if (writes) {
      onCommit.run();
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
