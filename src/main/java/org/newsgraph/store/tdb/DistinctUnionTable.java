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
 * A quad table whose union queries return each triple once. TDB2 itself reads a triple in every
 * graph that contains it and drops the duplicates: the name of a person in 5,000 articles is read
 * 5,000 times, again for each of the person's statements. This table skips the duplicates by an
 * index lookup.
 *
 * <p>The graph is the first component of a quad, as everywhere in TDB2.
 */
final class DistinctUnionTable extends NodeTupleTableWrapper {
  private static final int GRAPH = 0;
  private static final int WIDTH = 4;

  /**
   * The index to use for each set of bound components (one bit per component of a triple): its
   * first columns are the bound ones, its last is the graph.
   */
  private final TupleIndexRecord[] indexes = new TupleIndexRecord[1 << (WIDTH - 1)];

  private DistinctUnionTable(NodeTupleTable table) {
    super(table);
    for (int bound = 0; bound < indexes.length; bound++) {
      for (TupleIndex index : table.getTupleTable().getIndexes()) {
        if (indexes[bound] == null
            && index instanceof TupleIndexRecord sorted
            && startsWith(bound, index.getMapping())) {
          indexes[bound] = sorted;
        }
      }
    }
  }

  private static boolean startsWith(int bound, TupleMap columns) {
    return columns.getSlotIdx(WIDTH - 1) == GRAPH
        && IntStream.range(0, Integer.bitCount(bound))
            .allMatch(it -> (bound & bit(columns.getSlotIdx(it))) != 0);
  }

  private static int bit(int part) {
    return 1 << (part - 1);
  }

  /** Wraps a quad table so that union queries return each triple once. */
  static NodeTupleTable wrap(NodeTupleTable table) {
    return table instanceof DistinctUnionTable ? table : new DistinctUnionTable(table);
  }

  /**
   * {@inheritDoc}
   *
   * <p>If the graph is {@link NodeId#NodeIdAny}, as in queries of the union, returns each triple
   * once; if it is null, returns all quads.
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
   * A range of an index, all of whose quads match a pattern.
   *
   * @param index the index
   * @param columns order of the quad's components in the index
   * @param first lowest key of the range
   * @param last first key after the range, or null if the range extends to the end
   */
  private record Scan(RangeIndex index, TupleMap columns, Record first, Record last) {
    private static final int KEY = WIDTH * NodeId.SIZE;
    private static final int TRIPLE = (WIDTH - 1) * NodeId.SIZE;

    /** Returns the range for a pattern in an index whose first {@code bound} columns are bound. */
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

    /** Returns the lowest key greater than all keys with this prefix, or null if there is none. */
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

    Iterator<Tuple<NodeId>> start() {
      return index.iterator(first, last, this::quad);
    }

    /** Returns the rest of the range, after all quads with the same triple as this one. */
    Iterator<Tuple<NodeId>> after(Tuple<NodeId> quad) {
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

  /** Iterator over one quad per triple. */
  private static final class Triples implements Iterator<Tuple<NodeId>> {
    /** Number of quads that can be read in the time of one index lookup. */
    private static final int MAX_READ_DUPLICATES = 16;

    private final Scan scan;
    private Iterator<Tuple<NodeId>> quads;
    private Tuple<NodeId> last;
    private Tuple<NodeId> next;

    Triples(Scan scan) {
      this.scan = scan;
      this.quads = scan.start();
    }

    @Override
    public boolean hasNext() {
      int same = 0;
      while (next == null && quads.hasNext()) {
        Tuple<NodeId> quad = quads.next();
        if (last == null || !isSameTriple(quad, last)) {
          next = quad;
        } else if (++same == MAX_READ_DUPLICATES) {
          quads = scan.after(last);
        }
      }
      return next != null;
    }

    private static boolean isSameTriple(Tuple<NodeId> left, Tuple<NodeId> right) {
      for (int i = GRAPH + 1; i < WIDTH; i++) {
        if (!left.get(i).equals(right.get(i))) {
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
