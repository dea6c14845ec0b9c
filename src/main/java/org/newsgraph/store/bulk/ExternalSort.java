package org.newsgraph.store.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.apache.jena.dboe.base.record.Record;
import org.apache.lucene.util.IntroSorter;

/**
 * An external merge sort that returns the rows in the order of one index, without duplicates, as
 * records of its B+ tree. Runs that fit into memory are sorted there and, if there is more than
 * one, merged from a file.
 */
final class ExternalSort implements Iterator<Record>, AutoCloseable {
  private static final int READ_BUFFER_SIZE = NodeIdRows.BYTES << 13;

  private final PriorityQueue<Run> runs = new PriorityQueue<>(Comparator.naturalOrder());
  private final FileChannel sorted;
  private long[] last;
  private long[] next;

  /**
   * Sorts rows.
   *
   * @param rows rows to sort
   * @param columns columns of a row in the order of the index
   * @param maxRows maximum number of rows in memory
   * @param scratch path of a temporary file, created if the rows do not fit into memory
   */
  ExternalSort(NodeIdRows rows, int[] columns, int maxRows, Path scratch) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(READ_BUFFER_SIZE);
    long[] chunk = new long[(int) Math.min(maxRows, Math.max(1, rows.size())) * NodeIdRows.WIDTH];
    List<Long> starts = new ArrayList<>();
    FileChannel file = null;
    for (long row = 0; row < rows.size(); ) {
      int size = fill(chunk, rows, row, columns, bytes);
      sort(chunk, size);
      row += size;
      if (row < rows.size() || file != null) {
        if (file == null) {
          file =
              FileChannel.open(
                  scratch,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.DELETE_ON_CLOSE);
        }
        starts.add(file.position());
        write(chunk, size, file, bytes);
      } else {
        runs.add(new Run(chunk, size));
      }
    }
    this.sorted = file;
    for (int i = 0; i < starts.size(); i++) {
      long end = i + 1 < starts.size() ? starts.get(i + 1) : file.position();
      runs.add(new Run(file, starts.get(i), end));
    }
    advance();
  }

  private static int fill(
      long[] chunk, NodeIdRows rows, long first, int[] columns, ByteBuffer bytes)
      throws IOException {
    int size = (int) Math.min(chunk.length / NodeIdRows.WIDTH, rows.size() - first);
    for (int row = 0; row < size; ) {
      rows.read(first + row, bytes);
      for (; bytes.hasRemaining() && row < size; row++) {
        int begin = bytes.position();
        for (int i = 0; i < NodeIdRows.WIDTH; i++) {
          chunk[row * NodeIdRows.WIDTH + i] = bytes.getLong(begin + columns[i] * Long.BYTES);
        }
        bytes.position(begin + NodeIdRows.BYTES);
      }
    }
    return size;
  }

  private static void sort(long[] rows, int size) {
    new IntroSorter() {
      private final long[] pivot = new long[NodeIdRows.WIDTH];

      @Override
      protected void setPivot(int row) {
        System.arraycopy(rows, row * NodeIdRows.WIDTH, pivot, 0, NodeIdRows.WIDTH);
      }

      @Override
      protected int comparePivot(int row) {
        return compareRows(pivot, 0, rows, row * NodeIdRows.WIDTH);
      }

      @Override
      protected int compare(int left, int right) {
        return compareRows(rows, left * NodeIdRows.WIDTH, rows, right * NodeIdRows.WIDTH);
      }

      @Override
      protected void swap(int left, int right) {
        for (int i = 0; i < NodeIdRows.WIDTH; i++) {
          long id = rows[left * NodeIdRows.WIDTH + i];
          rows[left * NodeIdRows.WIDTH + i] = rows[right * NodeIdRows.WIDTH + i];
          rows[right * NodeIdRows.WIDTH + i] = id;
        }
      }
    }.sort(0, size);
  }

  /** Compares rows as unsigned ids, which is the byte order of the B+ trees. */
  private static int compareRows(long[] left, int leftAt, long[] right, int rightAt) {
    for (int i = 0; i < NodeIdRows.WIDTH; i++) {
      if (left[leftAt + i] != right[rightAt + i]) {
        return Long.compareUnsigned(left[leftAt + i], right[rightAt + i]);
      }
    }
    return 0;
  }

  private static void write(long[] rows, int size, FileChannel to, ByteBuffer bytes)
      throws IOException {
    for (int i = 0; i < size * NodeIdRows.WIDTH; ) {
      bytes.clear();
      while (bytes.hasRemaining() && i < size * NodeIdRows.WIDTH) {
        bytes.putLong(rows[i++]);
      }
      bytes.flip();
      while (bytes.hasRemaining()) {
        to.write(bytes);
      }
    }
  }

  private void advance() {
    last = next;
    next = null;
    while (next == null && !runs.isEmpty()) {
      Run least = runs.poll();
      if (last == null || compareRows(last, 0, least.row, 0) != 0) {
        next = least.row.clone();
      }
      if (least.advance()) {
        runs.add(least);
      }
    }
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Record next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    ByteBuffer key = ByteBuffer.allocate(NodeIdRows.BYTES);
    for (long id : next) {
      key.putLong(id);
    }
    advance();
    return new Record(key.array(), null);
  }

  @Override
  public void close() throws IOException {
    if (sorted != null) {
      sorted.close();
    }
  }

  /** A sorted run of rows, in memory or in a part of the file. */
  private static final class Run implements Comparable<Run> {
    private final long[] row = new long[NodeIdRows.WIDTH];
    private final FileChannel file;
    private final ByteBuffer bytes;
    private final long end;
    private final long[] rows;
    private long position;

    Run(long[] rows, int size) {
      this.file = null;
      this.bytes = null;
      this.rows = rows;
      this.end = size;
      advance();
    }

    Run(FileChannel file, long begin, long end) {
      this.file = file;
      this.bytes = ByteBuffer.allocate(READ_BUFFER_SIZE).flip();
      this.rows = null;
      this.position = begin;
      this.end = end;
      advance();
    }

    /** Moves to the next row; returns false if there is none. */
    boolean advance() {
      if (rows != null) {
        if (position == end) {
          return false;
        }
        System.arraycopy(rows, (int) position++ * NodeIdRows.WIDTH, row, 0, NodeIdRows.WIDTH);
        return true;
      }
      if (!bytes.hasRemaining() && !read()) {
        return false;
      }
      for (int i = 0; i < NodeIdRows.WIDTH; i++) {
        row[i] = bytes.getLong();
      }
      return true;
    }

    private boolean read() {
      if (position == end) {
        return false;
      }
      try {
        bytes.clear().limit((int) Math.min(bytes.capacity(), end - position));
        while (bytes.hasRemaining()) {
          int read = file.read(bytes, position);
          if (read < 0) {
            throw new IOException("the file of sorted rows is truncated");
          }
          position += read;
        }
        bytes.flip();
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public int compareTo(Run other) {
      return compareRows(row, 0, other.row, 0);
    }
  }
}
