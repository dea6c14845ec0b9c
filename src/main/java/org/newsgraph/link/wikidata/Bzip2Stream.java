package org.newsgraph.link.wikidata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.newsgraph.link.wikidata.Bzip2Blocks.Block;

/**
 * A stream that decompresses bzip2 on several cores. Blocks are independent, so each is
 * decompressed as a separate file. Files of several concatenated bzip2 streams are supported.
 */
final class Bzip2Stream extends InputStream {
  private record Pending(Block block, Future<byte[]> unpacked) {}

  private record Start(long unpacked, long packed) {}

  private final Bzip2Blocks blocks;
  private final ExecutorService workers;
  private final int maxPending;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final Deque<Start> starts = new ArrayDeque<>();
  private byte[] unpacked = new byte[0];
  private int at;
  private long unpackedBefore;

  /**
   * Starts decompression.
   *
   * @param packed compressed data, from the byte in which a block starts
   * @param bit offset of the block in the file, in bits
   * @param jobs number of threads
   */
  Bzip2Stream(InputStream packed, long bit, int jobs) {
    this.blocks = new Bzip2Blocks(packed, bit);
    this.maxPending = jobs + 1;
    this.workers =
        Executors.newFixedThreadPool(
            jobs,
            task -> {
              Thread thread = new Thread(task, "bzip2");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Returns the start of the block that contains an uncompressed offset, and the offset in it. */
  DumpStream.Mark markAt(long offset) {
    Start last = starts.peekFirst();
    while (last != null && last.unpacked <= offset) {
      starts.pollFirst();
      Start next = starts.peekFirst();
      if (next == null || next.unpacked > offset) {
        starts.addFirst(last);
        return new DumpStream.Mark(last.packed, offset - last.unpacked);
      }
      last = next;
    }
    return DumpStream.Mark.START;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (at == unpacked.length) {
      if (!next()) {
        return -1;
      }
    }
    int count = Math.min(length, unpacked.length - at);
    System.arraycopy(unpacked, at, bytes, offset, count);
    at += count;
    return count;
  }

  private boolean next() throws IOException {
    fill();
    Pending first = pending.pollFirst();
    if (first == null) {
      return false;
    }
    unpackedBefore += unpacked.length;
    starts.addLast(new Start(unpackedBefore, first.block().start()));
    unpacked = result(first);
    at = 0;
    return true;
  }

  private void fill() throws IOException {
    while (pending.size() < maxPending) {
      Block block = blocks.next();
      if (block == null) {
        return;
      }
      pending.addLast(new Pending(block, workers.submit(() -> unpack(block))));
    }
  }

  private byte[] result(Pending first) throws IOException {
    try {
      return first.unpacked().get();
    } catch (ExecutionException e) {
      return unpackJoined(first.block(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /**
   * Decompresses a block joined with the next one. About once in 300 dumps, data looks like the
   * magic number of a block.
   */
  private byte[] unpackJoined(Block block, ExecutionException reason) throws IOException {
    fill();
    Pending second = pending.peekFirst();
    if (second != null && second.block().start() == block.end()) {
      try {
        byte[] joined = unpack(block.join(second.block()));
        pending.removeFirst();
        return joined;
      } catch (IOException e) {
        reason.addSuppressed(e);
      }
    }
    throw new IOException("the compressed data is damaged or truncated", reason.getCause());
  }

  private static byte[] unpack(Block block) throws IOException {
    try (InputStream in =
        new BZip2CompressorInputStream(new ByteArrayInputStream(block.asFile()))) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    workers.shutdownNow();
    blocks.close();
  }
}
