package org.newsgraph.store.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.apache.jena.atlas.lib.tuple.TupleMap;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;

/**
 * Loads quads into a new, empty TDB2 database.
 *
 * <p>While quads are added, another thread assigns ids to their nodes. At the end the rows of ids
 * are sorted for each index, and the B+ trees are written fully packed, as {@code tdb2.xloader}
 * does. If loading fails, the folder is unusable and must be deleted. After {@link #finish} the
 * database must be closed and reopened.
 */
public final class BulkLoad implements AutoCloseable {
  private static final int BATCH_SIZE = 1000;
  private static final List<Quad> END = List.of();

  /** Maximum disk space per quad for its row and its new nodes, in bytes. */
  private static final long MAX_ROW_BYTES = 1024;

  /** Disk space per quad for the packed indexes and the sort files, in bytes. */
  private static final long INDEX_BYTES = 256;

  /** Divisor of the maximum heap size that gives the memory for sorting. */
  private static final int MEMORY_DIVISOR = 8;

  private final DatasetGraph dataset;
  private final Path folder;
  private final LongConsumer room;
  private final NodeIdRows rows;
  private final BlockingQueue<List<Quad>> queue = new ArrayBlockingQueue<>(8);
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors())));
  private final Future<?> identifying;
  private List<Quad> batch = new ArrayList<>(BATCH_SIZE);
  private volatile boolean abandoned;

  /**
   * Starts loading.
   *
   * @param dataset empty dataset of TDB2, for exclusive use
   * @param folder folder for temporary files
   * @param room called from time to time with the number of bytes needed next; throws if the disk
   *     is nearly full
   */
  public BulkLoad(DatasetGraph dataset, Path folder, LongConsumer room) {
    this.dataset = dataset;
    this.folder = folder;
    this.room = room;
    try {
      this.rows = new NodeIdRows(folder.resolve("rows"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.identifying = threads.submit(this::identify);
  }

  /** Adds a quad. Duplicates are ignored. */
  public void add(Quad quad) {
    batch.add(quad);
    if (batch.size() == BATCH_SIZE) {
      enqueue(batch);
      batch = new ArrayList<>(BATCH_SIZE);
    }
  }

  private void enqueue(List<Quad> quads) {
    try {
      while (!queue.offer(quads, 100, TimeUnit.MILLISECONDS)) {
        if (identifying.isDone()) {
          await(identifying);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while loading", e);
    }
  }

  /** Writes the indexes. */
  public void finish() {
    if (!batch.isEmpty()) {
      enqueue(batch);
    }
    enqueue(END);
    await(identifying);
    room.accept(rows.size() * INDEX_BYTES);
    TupleIndex[] indexes =
        CompactableDataset.generation(dataset)
            .getQuadTable()
            .getNodeTupleTable()
            .getTupleTable()
            .getIndexes();
    int maxRows = maxRows(indexes.length);
    List<Future<?>> packing = new ArrayList<>();
    for (TupleIndex index : indexes) {
      packing.add(threads.submit(packing((TupleIndexRecord) index, maxRows)));
    }
    packing.forEach(BulkLoad::await);
  }

  private int maxRows(int indexes) {
    int parallel = Math.min(indexes, Runtime.getRuntime().availableProcessors());
    long memory = Runtime.getRuntime().maxMemory() / MEMORY_DIVISOR / parallel;
    return (int) Math.max(10_000, Math.min(memory / NodeIdRows.BYTES, 1 << 23));
  }

  /**
   * Assigns ids to all nodes, in one transaction, which TDB2 requires to begin and end in the same
   * thread.
   */
  private Void identify() throws IOException, InterruptedException {
    dataset.begin(TxnType.WRITE);
    boolean complete = false;
    try {
      NodeTupleTable table =
          CompactableDataset.generation(dataset).getQuadTable().getNodeTupleTable();
      NodeIds ids = new NodeIds(table.getNodeTable());
      for (List<Quad> quads = next(); quads != END; quads = next()) {
        room.accept(BATCH_SIZE * MAX_ROW_BYTES);
        for (Quad quad : quads) {
          add(quad, ids);
        }
      }
      rows.write();
      complete = !abandoned;
      return null;
    } finally {
      if (complete) {
        dataset.commit();
      } else {
        dataset.abort();
      }
      dataset.end();
    }
  }

  private List<Quad> next() throws InterruptedException {
    return abandoned ? END : queue.take();
  }

  private void add(Quad quad, NodeIds ids) throws IOException {
    if (quad.isDefaultGraph()) {
      dataset.add(quad);
      return;
    }
    rows.add(
        ids.graph(quad.getGraph()),
        ids.subject(quad.getSubject()),
        ids.of(quad.getPredicate()),
        ids.of(quad.getObject()));
  }

  /**
   * Node table that caches the ids of the last graph and subject, because most successive quads
   * have the same graph and many the same subject.
   */
  private static final class NodeIds {
    private final NodeTable nodes;
    private Node graph;
    private NodeId graphId;
    private Node subject;
    private NodeId subjectId;

    NodeIds(NodeTable nodes) {
      this.nodes = nodes;
    }

    NodeId graph(Node node) {
      if (!node.equals(graph)) {
        graph = node;
        graphId = of(node);
      }
      return graphId;
    }

    NodeId subject(Node node) {
      if (!node.equals(subject)) {
        subject = node;
        subjectId = of(node);
      }
      return subjectId;
    }

    NodeId of(Node node) {
      return nodes.getAllocateNodeId(node);
    }
  }

  private Callable<Void> packing(TupleIndexRecord index, int maxRows) {
    return () -> {
      Path scratch = folder.resolve("sorted-" + index.getName());
      try (ExternalSort sorted = new ExternalSort(rows, columns(index), maxRows, scratch)) {
        BPlusTree tree = (BPlusTree) index.getRangeIndex();
        CoLib.executeWrite(
            index,
            () ->
                BPlusTreeRewriter.packIntoBPlusTree(
                    sorted,
                    tree.getParams(),
                    tree.getRecordFactory(),
                    tree.getStateManager().getBufferChannel(),
                    tree.getNodeManager().getBlockMgr(),
                    tree.getRecordsMgr().getBlockMgr()));
      }
      return null;
    };
  }

  private static int[] columns(TupleIndexRecord index) {
    TupleMap order = index.getMapping();
    int[] columns = new int[NodeIdRows.WIDTH];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = order.getSlotIdx(i);
    }
    return columns;
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while loading", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw new UncheckedIOException(cause);
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Stops the threads and closes the files. Without {@link #finish}, all quads are lost. */
  @Override
  public void close() {
    abandoned = true;
    queue.clear();
    queue.offer(END);
    threads.shutdown();
    try {
      threads.awaitTermination(1, TimeUnit.HOURS);
      rows.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
