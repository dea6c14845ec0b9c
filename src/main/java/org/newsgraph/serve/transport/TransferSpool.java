package org.newsgraph.serve.transport;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A queue of bytes. The first bytes are kept in memory and all further ones in a temporary file,
 * until that has been read completely. Not thread-safe.
 */
final class TransferSpool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TransferSpool.class);

  /** Number of bytes that are kept in memory. */
  static final int MEMORY_BYTES = 64 << 10;

  /** Number of bytes that are reserved in the budget at once. */
  private static final long SLAB_BYTES = 1L << 20;

  private final SpoolBudget budget;
  private final String client;
  private final Deque<ByteBuffer> memory = new ArrayDeque<>();
  private int inMemory;
  private FileChannel file;
  private long readPosition;
  private long writePosition;
  private long reserved;
  private boolean closed;

  /**
   * Creates an empty queue.
   *
   * @param budget the memory and disk space that it may use
   * @param client the client on whose behalf it uses that
   */
  TransferSpool(SpoolBudget budget, String client) {
    this.budget = budget;
    this.client = client;
  }

  /**
   * Appends a copy of the bytes. Returns false, and appends nothing, if there is no space for them.
   */
  boolean append(ByteBuffer bytes) {
    if (closed) {
      return false;
    }
    int length = bytes.remaining();
    if (readPosition == writePosition
        && inMemory + length <= MEMORY_BYTES
        && budget.reserveMemory(length)) {
      memory.add(ByteBuffer.allocate(length).put(bytes).flip());
      inMemory += length;
      return true;
    }
    return appendToFile(bytes);
  }

  private boolean appendToFile(ByteBuffer bytes) {
    if (!reserve(writePosition + bytes.remaining())) {
      return false;
    }
    int start = bytes.position();
    try {
      if (file == null) {
        Path path = Files.createTempFile("newsgraph-", ".spool");
        file = FileChannel.open(path, READ, WRITE, DELETE_ON_CLOSE);
      }
      long position = writePosition;
      while (bytes.hasRemaining()) {
        position += file.write(bytes, position);
      }
      writePosition = position;
      return true;
    } catch (IOException e) {
      LOG.warn("cannot write a temporary file for a request or response: {}", e.toString());
      bytes.position(start);
      return false;
    }
  }

  private boolean reserve(long length) {
    if (length <= reserved) {
      return true;
    }
    long missing = (length - reserved + SLAB_BYTES - 1) / SLAB_BYTES * SLAB_BYTES;
    if (!budget.reserve(client, missing)) {
      return false;
    }
    reserved += missing;
    return true;
  }

  boolean isEmpty() {
    return memory.isEmpty() && readPosition == writePosition;
  }

  /**
   * Removes the first bytes.
   *
   * @param most maximum number of bytes to read from the file at once
   * @return some bytes, or null if the queue is empty
   * @throws IOException if the temporary file cannot be read
   */
  ByteBuffer poll(int most) throws IOException {
    ByteBuffer first = memory.poll();
    if (first != null) {
      inMemory -= first.remaining();
      budget.releaseMemory(first.remaining());
      return first;
    }
    if (readPosition == writePosition) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, writePosition - readPosition));
    while (bytes.hasRemaining()) {
      if (file.read(bytes, readPosition + bytes.position()) < 0) {
        throw new IOException("a temporary file has been truncated");
      }
    }
    readPosition += bytes.position();
    if (readPosition == writePosition) {
      readPosition = 0;
      writePosition = 0;
    }
    return bytes.flip();
  }

  /** Discards all bytes and deletes the file. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    memory.clear();
    budget.releaseMemory(inMemory);
    inMemory = 0;
    readPosition = 0;
    writePosition = 0;
    budget.release(client, reserved);
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        LOG.warn("cannot close a temporary file: {}", e.toString());
      }
    }
  }
}
