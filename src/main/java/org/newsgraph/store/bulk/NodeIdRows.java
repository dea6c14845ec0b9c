package org.newsgraph.store.bulk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;

/** A temporary file of quads as rows of four node ids (graph, subject, property, value). */
final class NodeIdRows implements AutoCloseable {
  /** Number of ids per row. */
  static final int WIDTH = 4;

  /** Size of a row in bytes. */
  static final int BYTES = WIDTH * Long.BYTES;

  private final FileChannel file;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES << 15);
  private long rows;

  /** Creates a file, which is deleted on {@link #close}. */
  NodeIdRows(Path path) throws IOException {
    this.file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  void add(NodeId graph, NodeId subject, NodeId property, NodeId value) throws IOException {
    NodeIdFactory.set(graph, buffer);
    NodeIdFactory.set(subject, buffer);
    NodeIdFactory.set(property, buffer);
    NodeIdFactory.set(value, buffer);
    rows++;
    if (!buffer.hasRemaining()) {
      write();
    }
  }

  /** Writes buffered rows to the file. To be called after the last row is added. */
  void write() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    buffer.clear();
  }

  long size() {
    return rows;
  }

  /**
   * Reads rows. Thread-safe.
   *
   * @param firstRow number of the first row to read, from 0
   * @param to buffer to fill from its start, as far as there are rows
   */
  void read(long firstRow, ByteBuffer to) throws IOException {
    to.clear();
    long position = firstRow * BYTES;
    while (to.hasRemaining() && position < file.size()) {
      position += file.read(to, position);
    }
    to.flip();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
