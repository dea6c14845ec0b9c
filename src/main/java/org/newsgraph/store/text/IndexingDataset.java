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
 * The database as those see it who write: every way to change it is watched, and when a transaction
 * is committed, the text index is told whose words have changed.
 */
public final class IndexingDataset extends DatasetGraphWrapper {
  private final TransactionalTextIndex words;

  /** What this thread's transaction has done to words. */
  private final ThreadLocal<Touched> touched = ThreadLocal.withInitial(Touched::new);

  /** Told after each transaction that was committed. */
  private final Runnable committed;

  /** Throws where nothing may be written. */
  private final Runnable writing;

  public IndexingDataset(
      DatasetGraph database, TransactionalTextIndex words, Runnable committed, Runnable writing) {
    super(database);
    this.words = words;
    this.committed = committed;
    this.writing = writing;
  }

  @Override
  public void begin(TxnType type) {
    if (type != TxnType.READ) {
      writing.run();
      words.ready();
    }
    super.begin(type);
  }

  @Override
  public void begin(ReadWrite mode) {
    begin(TxnType.convert(mode));
  }

  /** Commits the transaction of this thread, and brings the index up to date. */
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
          subject -> changed.put(subject, TransactionalTextIndex.words(get(), subject)));
      words.changing(subjects);
      try {
        super.commit();
      } catch (RuntimeException | Error e) {
        words.unchanged();
        throw e;
      }
      words.changed(changed);
    }
    if (writes) {
      committed.run();
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

  /** A value that another article has given the thing already changes nothing. */
  private void adding(Node subject, Node property, Node value) {
    if (TextFields.holds(subject, property, value)
        && !get().contains(Node.ANY, subject, property, value)) {
      touched.get().subjects.add(subject);
    }
  }

  private void deleting(Node subject, Node property, Node value) {
    if (TextFields.holds(subject, property, value)) {
      touched.get().dropped.add(Triple.create(subject, property, value));
    }
  }

  /**
   * Whose words may have changed.
   *
   * @param subjects who got a value that nobody had given it
   * @param dropped values that one article gives no more; others may still
   */
  private record Touched(Set<Node> subjects, Set<Triple> dropped) {
    Touched() {
      this(new HashSet<>(), new HashSet<>());
    }

    /** At the end of a transaction: a name that a thousand articles give is rarely gone. */
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
    adding(quad.getSubject(), quad.getPredicate(), quad.getObject());
    super.add(quad);
  }

  @Override
  public void add(Node graph, Node subject, Node property, Node value) {
    adding(subject, property, value);
    super.add(graph, subject, property, value);
  }

  @Override
  public void delete(Quad quad) {
    deleting(quad.getSubject(), quad.getPredicate(), quad.getObject());
    super.delete(quad);
  }

  @Override
  public void delete(Node graph, Node subject, Node property, Node value) {
    deleting(subject, property, value);
    super.delete(graph, subject, property, value);
  }

  @Override
  public void deleteAny(Node graph, Node subject, Node property, Node value) {
    // Not ours: TDB2's own way takes them out in bulk, without telling which they were.
    get()
        .find(graph, subject, property, value)
        .forEachRemaining(
            quad -> deleting(quad.getSubject(), quad.getPredicate(), quad.getObject()));
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

  /** Puts a graph in place of the one of this name. */
  public void replace(Node name, Collection<Triple> triples) {
    removeGraph(name);
    addAll(name, triples);
  }

  /** Adds to the graph of this name. */
  public void addAll(Node name, Collection<Triple> triples) {
    triples.forEach(it -> add(name, it.getSubject(), it.getPredicate(), it.getObject()));
  }

  @Override
  public void clear() {
    deleteAny(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
  }

  // Not the database's own graphs, which would be written to behind our back.

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
