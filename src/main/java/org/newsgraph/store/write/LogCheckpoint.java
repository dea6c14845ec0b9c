package org.newsgraph.store.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.bulk.BulkCompaction;
import org.newsgraph.store.text.IndexingDataset;
import org.newsgraph.store.text.TransactionalTextIndex;

/**
 * Puts what waits into the database: by transactions where that is little of it, else by packing
 * the database anew. Done twice, it is as done once.
 *
 * @param dataset TDB2's own, outside of a transaction
 * @param watched the same, as those see it who write
 * @param room told how many bytes are needed next; throws where the disk has no room for them
 */
public record LogCheckpoint(
    DatasetGraph dataset,
    IndexingDataset watched,
    TransactionalTextIndex words,
    LongConsumer room) {
  /** What a triple takes in a packed database. */
  private static final long BYTES_PER_TRIPLE = 160;

  /** To pack the whole anew for so small a part would take longer. */
  private static final int PART = 10;

  private static final int GRAPHS_IN_A_TRANSACTION = 200;

  /**
   * All of it.
   *
   * @param size how many bytes the database has
   */
  public void all(WriteAheadLog log, long size) {
    if (log.triples() * BYTES_PER_TRIPLE * PART < size) {
      byTransactions(log);
    } else {
      packed(log);
    }
  }

  private void packed(WriteAheadLog log) {
    Set<Node> replaced = Txn.calculateRead(dataset, () -> log.graphs(this::isThere));
    BulkCompaction.repack(dataset, room, new BulkCompaction.Addition(replaced, log::forEach));
    // Not before, when somebody could make it anew of what the database was.
    words.forget();
  }

  private boolean isThere(Node graph) {
    return dataset.contains(graph, Node.ANY, Node.ANY, Node.ANY);
  }

  private void byTransactions(WriteAheadLog log) {
    Map<Node, List<Triple>> graphs = new LinkedHashMap<>();
    log.forEach(
        quad -> {
          if (!graphs.containsKey(quad.getGraph()) && graphs.size() >= GRAPHS_IN_A_TRANSACTION) {
            put(graphs);
            graphs.clear();
          }
          graphs.computeIfAbsent(quad.getGraph(), it -> new ArrayList<>()).add(quad.asTriple());
        });
    put(graphs);
  }

  private void put(Map<Node, List<Triple>> graphs) {
    room.accept(graphs.values().stream().mapToLong(List::size).sum() * NewsStore.SPACE_PER_TRIPLE);
    Txn.exec(watched, TxnType.WRITE, () -> graphs.forEach(watched::replace));
  }
}
