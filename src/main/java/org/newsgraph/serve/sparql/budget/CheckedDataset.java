package org.newsgraph.serve.sparql.budget;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;

/** A dataset that checks a budget whenever quads are read or changed. */
public final class CheckedDataset extends DatasetGraphWrapper {
  private static final int BATCH = 1000;

  /** Number of rows of an update that are written to disk at once, which cannot be cancelled. */
  private static final long MAX_ROWS_IN_MEMORY = 20_000;

  private final QueryBudget budget;
  private final Context context;

  public CheckedDataset(DatasetGraph dataset, QueryBudget budget) {
    super(dataset);
    this.budget = budget;
    this.context = dataset.getContext().copy();
    context.set(ARQ.spillToDiskThreshold, MAX_ROWS_IN_MEMORY);
  }

  /** Returns a dataset that checks this thread's budget, or the dataset itself if none is open. */
  public static DatasetGraph of(DatasetGraph dataset) {
    return QueryBudget.current()
        .map(budget -> (DatasetGraph) new CheckedDataset(dataset, budget))
        .orElse(dataset);
  }

  @Override
  public Context getContext() {
    return context;
  }

  private Iterator<Quad> checked(Iterator<Quad> quads) {
    budget.check();
    return Iter.map(
        quads,
        quad -> {
          budget.check();
          return quad;
        });
  }

  @Override
  public Iterator<Quad> find() {
    return checked(super.find());
  }

  @Override
  public Iterator<Quad> find(Quad quad) {
    return checked(super.find(quad));
  }

  @Override
  public Iterator<Quad> find(Node graph, Node subject, Node property, Node value) {
    return checked(super.find(graph, subject, property, value));
  }

  @Override
  public Iterator<Quad> findNG(Node graph, Node subject, Node property, Node value) {
    return checked(super.findNG(graph, subject, property, value));
  }

  @Override
  public void add(Quad quad) {
    budget.check();
    super.add(quad);
  }

  @Override
  public void add(Node graph, Node subject, Node property, Node value) {
    budget.check();
    super.add(graph, subject, property, value);
  }

  @Override
  public void delete(Quad quad) {
    budget.check();
    super.delete(quad);
  }

  @Override
  public void delete(Node graph, Node subject, Node property, Node value) {
    budget.check();
    super.delete(graph, subject, property, value);
  }

  @Override
  public void deleteAny(Node graph, Node subject, Node property, Node value) {
    // One by one, because a call that deletes all matches cannot be cancelled.
    List<Quad> batch;
    do {
      batch = Iter.toList(Iter.limit(find(graph, subject, property, value), BATCH));
      batch.forEach(this::delete);
    } while (batch.size() == BATCH);
  }

  @Override
  public void removeGraph(Node graph) {
    deleteAny(graph, Node.ANY, Node.ANY, Node.ANY);
  }

  @Override
  public void addGraph(Node name, Graph graph) {
    removeGraph(name);
    graph.find().forEach(it -> add(name, it.getSubject(), it.getPredicate(), it.getObject()));
  }

  @Override
  public void clear() {
    deleteAny(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
  }

  // Views of this dataset, because reads and writes of the database's own graphs would not be
  // checked.

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
