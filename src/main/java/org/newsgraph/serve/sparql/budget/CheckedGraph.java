package org.newsgraph.serve.sparql.budget;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** A graph that checks the budget of the current thread whenever triples are looked up or read. */
public final class CheckedGraph extends WrappedGraph {
  /** Estimated size of a node that a property path has visited, in bytes. */
  private static final long NODE_BYTES = 64;

  CheckedGraph(Graph graph) {
    super(graph);
  }

  /** Returns a graph that checks the budget of the thread that reads it. */
  public static Graph of(Graph graph) {
    return new CheckedGraph(graph);
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    return checked(base.find(subject, predicate, object));
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    return checked(base.find(pattern));
  }

  @Override
  public ExtendedIterator<Triple> find() {
    return checked(base.find());
  }

  @Override
  public boolean contains(Node subject, Node predicate, Node object) {
    QueryBudget.checkCurrent();
    return base.contains(subject, predicate, object);
  }

  private static ExtendedIterator<Triple> checked(ExtendedIterator<Triple> triples) {
    QueryBudget.checkCurrent();
    return QueryBudget.current()
        .map(budget -> (ExtendedIterator<Triple>) new CheckedIterator(triples, budget))
        .orElse(triples);
  }

  private static final class CheckedIterator extends WrappedIterator<Triple> {
    private final QueryBudget budget;

    CheckedIterator(ExtendedIterator<Triple> triples, QueryBudget budget) {
      super(triples);
      this.budget = budget;
    }

    @Override
    public Triple next() {
      budget.check();
      budget.retain(NODE_BYTES);
      return super.next();
    }
  }
}
