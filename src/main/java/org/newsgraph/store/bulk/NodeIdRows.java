package org.newsgraph.store.bulk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;

/** Quads as rows of four node ids (graph, subject, property, value) in a file. */
final class NodeIdRows implements AutoCloseable {
  static final int WIDTH = 4;
  static final int BYTES = WIDTH * Long.BYTES;

  private final FileChannel file;
  private final ByteBuffer waiting = ByteBuffer.allocateDirect(BYTES << 15);
  private long rows;

  /** A new file, which is gone once this is closed. */
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
    NodeIdFactory.set(graph, waiting);
    NodeIdFactory.set(subject, waiting);
    NodeIdFactory.set(property, waiting);
    NodeIdFactory.set(value, waiting);
    rows++;
    if (!waiting.hasRemaining()) {
      write();
    }
  }

  /** To be called after the last row and before the first is read. */
  void write() throws IOException {
    waiting.flip();
    while (waiting.hasRemaining()) {
      file.write(waiting);
    }
    waiting.clear();
  }

  long size() {
    return rows;
  }

  /**
   * Reads rows; several threads can do so at once.
   *
   * @param to filled from its beginning, as far as there are rows
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
