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
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Quads into a new, empty TDB2 database.
 *
 * <p>While they come, a thread beside gives their nodes ids; at the end their rows are sorted for
 * each index, and the B+ trees are written packed, as {@code tdb2.xloader} does it. Broken off,
 * there is nothing of use: the folder is to be thrown away. After {@link #finish} the database must
 * be closed and opened again.
 */
public final class BulkLoad implements AutoCloseable {
  private static final int AT_ONCE = 1000;
  private static final List<Quad> END = List.of();

  /** What a quad takes at most: its row and nodes that are new. */
  private static final long BYTES_IDENTIFIED = 1024;

  /** What a quad takes in packed indexes and the files that they are sorted in. */
  private static final long BYTES_PACKED = 256;

  /** Of the memory, for the rows that are being sorted. */
  private static final int PART_OF_MEMORY = 8;

  private final DatasetGraph dataset;
  private final Path folder;
  private final LongConsumer room;
  private final NodeIdRows rows;
  private final BlockingQueue<List<Quad>> queue = new ArrayBlockingQueue<>(8);
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors())));
  private final Future<?> identifying;
  private List<Quad> waiting = new ArrayList<>(AT_ONCE);
  private volatile boolean abandoned;

  /**
   * Begins.
   *
   * @param dataset TDB2's, empty, and used by nobody else
   * @param folder for files that are needed until the end
   * @param room told from time to time how many bytes are needed next; throws where the disk has no
   *     room for them
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

  /** Takes a quad; one that is there already changes nothing. */
  public void add(Quad quad) {
    waiting.add(quad);
    if (waiting.size() == AT_ONCE) {
      hand(waiting);
      waiting = new ArrayList<>(AT_ONCE);
    }
  }

  private void hand(List<Quad> quads) {
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

  /** Everything into the indexes. */
  public void finish() {
    if (!waiting.isEmpty()) {
      hand(waiting);
    }
    hand(END);
    await(identifying);
    room.accept(rows.size() * BYTES_PACKED);
    TupleIndex[] indexes =
        TDBInternal.getDatasetGraphTDB(dataset)
            .getQuadTable()
            .getNodeTupleTable()
            .getTupleTable()
            .getIndexes();
    int mostRows = mostRows(indexes.length);
    List<Future<?>> packing = new ArrayList<>();
    for (TupleIndex index : indexes) {
      packing.add(threads.submit(packing((TupleIndexRecord) index, mostRows)));
    }
    packing.forEach(BulkLoad::await);
  }

  private int mostRows(int indexes) {
    int atOnce = Math.min(indexes, Runtime.getRuntime().availableProcessors());
    long memory = Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / atOnce;
    return (int) Math.max(10_000, Math.min(memory / NodeIdRows.BYTES, 1 << 23));
  }

  /** Gives each node its id; TDB2 wants its transaction begun and ended by one thread. */
  private Void identify() throws IOException, InterruptedException {
    dataset.begin(TxnType.WRITE);
    boolean whole = false;
    try {
      NodeTupleTable table =
          TDBInternal.getDatasetGraphTDB(dataset).getQuadTable().getNodeTupleTable();
      Identified last = new Identified(table.getNodeTable());
      for (List<Quad> quads = next(); quads != END; quads = next()) {
        room.accept(AT_ONCE * BYTES_IDENTIFIED);
        for (Quad quad : quads) {
          add(quad, last);
        }
      }
      rows.write();
      whole = !abandoned;
      return null;
    } finally {
      if (whole) {
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

  private void add(Quad quad, Identified ids) throws IOException {
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

  /** Of quads in a row most have the same graph, and many the same subject. */
  private static final class Identified {
    private final NodeTable nodes;
    private Node graph;
    private NodeId graphId;
    private Node subject;
    private NodeId subjectId;

    Identified(NodeTable nodes) {
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

  private Callable<Void> packing(TupleIndexRecord index, int mostRows) {
    return () -> {
      Path scratch = folder.resolve("sorted-" + index.getName());
      try (ExternalSort sorted = new ExternalSort(rows, columns(index), mostRows, scratch)) {
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

  /** Lets go of threads and files; what is not finished is lost. */
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
