package org.newsgraph.store.tdb;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.atlas.lib.tuple.TupleMap;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.index.RangeIndex;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTableWrapper;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;

/**
 * Finds triples in the union of all graphs. TDB2 reads each triple in every graph that has it, to
 * drop all but the first: the name of somebody in five thousand articles five thousand times, and
 * that for each of her statements. Here the same triple's other graphs are passed over.
 *
 * <p>A quad has its graph first, as everywhere in TDB2.
 */
final class DistinctUnionTable extends NodeTupleTableWrapper {
  private static final int GRAPH = 0;
  private static final int WIDTH = 4;

  /** For what is bound, a bit for each part of a triple, the index that has this first. */
  private final TupleIndexRecord[] indexes = new TupleIndexRecord[1 << (WIDTH - 1)];

  private DistinctUnionTable(NodeTupleTable table) {
    super(table);
    for (int bound = 0; bound < indexes.length; bound++) {
      for (TupleIndex index : table.getTupleTable().getIndexes()) {
        if (indexes[bound] == null
            && index instanceof TupleIndexRecord sorted
            && isFirst(bound, index.getMapping())) {
          indexes[bound] = sorted;
        }
      }
    }
  }

  private static boolean isFirst(int bound, TupleMap columns) {
    return columns.getSlotIdx(WIDTH - 1) == GRAPH
        && IntStream.range(0, Integer.bitCount(bound))
            .allMatch(it -> (bound & bit(columns.getSlotIdx(it))) != 0);
  }

  private static int bit(int part) {
    return 1 << (part - 1);
  }

  /** The table, so. */
  static NodeTupleTable wrap(NodeTupleTable table) {
    return table instanceof DistinctUnionTable ? table : new DistinctUnionTable(table);
  }

  /**
   * {@inheritDoc}
   *
   * <p>With {@link NodeId#NodeIdAny} for the graph, as queries of the union have it, each triple
   * comes once; with null all quads come.
   */
  @Override
  public Iterator<Tuple<NodeId>> find(Tuple<NodeId> pattern) {
    if (pattern.len() != WIDTH || !NodeId.NodeIdAny.equals(pattern.get(GRAPH))) {
      return super.find(pattern);
    }
    int bound = 0;
    for (int part = GRAPH + 1; part < WIDTH; part++) {
      bound |= NodeId.isAny(pattern.get(part)) ? 0 : bit(part);
    }
    return indexes[bound] == null
        ? super.find(pattern)
        : new Triples(Scan.of(indexes[bound], pattern, Integer.bitCount(bound)));
  }

  /**
   * A part of an index, all of whose quads match.
   *
   * @param columns which column has which part of a quad
   * @param first the least key
   * @param last the first key that no longer belongs to it, or null
   */
  private record Scan(RangeIndex index, TupleMap columns, Record first, Record last) {
    private static final int KEY = WIDTH * NodeId.SIZE;
    private static final int TRIPLE = (WIDTH - 1) * NodeId.SIZE;

    /** In an index that has first what is bound, so many columns. */
    static Scan of(TupleIndexRecord index, Tuple<NodeId> pattern, int bound) {
      TupleMap columns = index.getMapping();
      byte[] first = new byte[KEY];
      for (int i = 0; i < bound; i++) {
        NodeIdFactory.set(pattern.get(columns.getSlotIdx(i)), first, i * NodeId.SIZE);
      }
      return new Scan(
          index.getRangeIndex(),
          columns,
          new Record(first, null),
          after(first, bound * NodeId.SIZE));
    }

    /** The least key that is greater than all with these first bytes; null where there is none. */
    private static Record after(byte[] key, int length) {
      byte[] next = Arrays.copyOf(Arrays.copyOf(key, length), KEY);
      for (int i = length - 1; i >= 0; i--) {
        next[i]++;
        if (next[i] != 0) {
          return new Record(next, null);
        }
      }
      return null;
    }

    Iterator<Tuple<NodeId>> begin() {
      return index.iterator(first, last, this::quad);
    }

    /** What comes after all quads with this one's triple. */
    Iterator<Tuple<NodeId>> beyond(Tuple<NodeId> quad) {
      byte[] key = new byte[KEY];
      for (int i = 0; i < WIDTH; i++) {
        NodeIdFactory.set(quad.get(columns.getSlotIdx(i)), key, i * NodeId.SIZE);
      }
      Record next = after(key, TRIPLE);
      return next == null ? Collections.emptyIterator() : index.iterator(next, last, this::quad);
    }

    private Tuple<NodeId> quad(ByteBuffer block, int entry, byte[] key, RecordFactory records) {
      int at = entry * records.recordLength();
      if (key != null) {
        block.position(at);
        block.get(key, 0, KEY);
      }
      NodeId[] quad = new NodeId[WIDTH];
      for (int i = 0; i < WIDTH; i++) {
        quad[columns.getSlotIdx(i)] = NodeIdFactory.get(block, at + i * NodeId.SIZE);
      }
      return TupleFactory.create(quad);
    }
  }

  /** One quad of each triple. */
  private static final class Triples implements Iterator<Tuple<NodeId>> {
    /** To look for the next triple takes as long as to read so many quads. */
    private static final int NEAR = 16;

    private final Scan scan;
    private Iterator<Tuple<NodeId>> quads;
    private Tuple<NodeId> last;
    private Tuple<NodeId> next;

    Triples(Scan scan) {
      this.scan = scan;
      this.quads = scan.begin();
    }

    @Override
    public boolean hasNext() {
      int same = 0;
      while (next == null && quads.hasNext()) {
        Tuple<NodeId> quad = quads.next();
        if (last == null || !isSame(quad, last)) {
          next = quad;
        } else if (++same == NEAR) {
          quads = scan.beyond(last);
        }
      }
      return next != null;
    }

    private static boolean isSame(Tuple<NodeId> one, Tuple<NodeId> other) {
      for (int i = GRAPH + 1; i < WIDTH; i++) {
        if (!one.get(i).equals(other.get(i))) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Tuple<NodeId> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      last = next;
      next = null;
      return last;
    }
  }
}
