package org.newsgraph.store.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.newsgraph.store.DiskSpace;
import org.newsgraph.store.bulk.BulkCompaction;
import org.newsgraph.store.text.IndexingDataset;
import org.newsgraph.store.text.TransactionalTextIndex;

/**
 * Moves the contents of the write-ahead log into the database: by transactions if the log is small
 * compared with the database, otherwise by rebuilding the database. Idempotent.
 *
 * @param dataset dataset of TDB2, outside of a transaction
 * @param indexingDataset the same dataset with updates of the text index
 * @param textIndex text index of the database
 * @param space disk space, checked before each step
 * @param policy policy that chooses between transactions and a rebuild
 */
public record LogCheckpoint(
    DatasetGraph dataset,
    IndexingDataset indexingDataset,
    TransactionalTextIndex textIndex,
    DiskSpace space,
    WritePolicy policy) {
  /**
   * Moves all logged graphs into the database. Does not clear the log.
   *
   * @param size size of the database, in bytes
   */
  public void run(WriteAheadLog log, long size) {
    if (policy.isRebuildFaster(log.triples(), size)) {
      applyByRebuild(log);
    } else {
      applyByTransactions(log);
    }
  }

  private void applyByRebuild(WriteAheadLog log) {
    Set<Node> replaced = Txn.calculateRead(dataset, () -> log.graphs(this::hasGraph));
    textIndex.invalidate();
    BulkCompaction.compact(
        dataset, space::require, new BulkCompaction.Addition(replaced, log::forEach));
    // Only now: if it were deleted earlier, a search could rebuild it from the old database.
    textIndex.delete();
  }

  private boolean hasGraph(Node graph) {
    return dataset.contains(graph, Node.ANY, Node.ANY, Node.ANY);
  }

  private void applyByTransactions(WriteAheadLog log) {
    Map<Node, List<Triple>> graphs = new LinkedHashMap<>();
    log.forEach(
        quad -> {
          if (!graphs.containsKey(quad.getGraph()) && graphs.size() >= policy.checkpointGraphs()) {
            put(graphs);
            graphs.clear();
          }
          graphs.computeIfAbsent(quad.getGraph(), it -> new ArrayList<>()).add(quad.asTriple());
        });
    put(graphs);
  }

  private void put(Map<Node, List<Triple>> graphs) {
    space.requireForTriples(graphs.values().stream().mapToLong(List::size).sum());
    Txn.exec(indexingDataset, TxnType.WRITE, () -> graphs.forEach(indexingDataset::replace));
  }
}
