package org.newsgraph.store.dump;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.newsgraph.store.NewsStore;

/**
 * Loads quads into an existing database, by transactions of 100,000 quads. The graph of an article
 * replaces an earlier one of the same name.
 */
final class TransactionalLoader extends QuadSink {
  private static final int TRANSACTION_SIZE = 100_000;

  private final NewsStore store;
  private final DatasetGraph dataset;
  private final Set<Node> graphs = new HashSet<>();

  /** Number of quads in the current transaction. */
  private int uncommitted;

  /**
   * @param store database to load into, which the loader closes
   * @param onArticle called after each article
   */
  TransactionalLoader(NewsStore store, Runnable onArticle) {
    super(Optional.of(store.iris()), onArticle);
    this.store = store;
    this.dataset = store.dataset();
  }

  @Override
  void store(Quad quad) {
    if (uncommitted == 0) {
      store.diskSpace().requireForTriples(TRANSACTION_SIZE);
      dataset.begin(TxnType.WRITE);
    }
    Node graph = quad.isDefaultGraph() ? Quad.defaultGraphNodeGenerated : quad.getGraph();
    if (isArticleGraph(graph) && graphs.add(graph)) {
      dataset.removeGraph(graph);
    }
    dataset.add(graph, quad.getSubject(), quad.getPredicate(), quad.getObject());
    uncommitted++;
    if (uncommitted == TRANSACTION_SIZE) {
      storeAll();
    }
  }

  private boolean isArticleGraph(Node graph) {
    return !Quad.isDefaultGraph(graph)
        && !graph.equals(store.iris().entitiesGraph())
        && !graph.equals(store.iris().copiesGraph());
  }

  @Override
  void storeAll() {
    if (uncommitted > 0) {
      dataset.commit();
      dataset.end();
      uncommitted = 0;
    }
  }

  @Override
  public void close() {
    if (dataset.isInTransaction()) {
      dataset.abort();
      dataset.end();
    }
    store.close();
  }
}
