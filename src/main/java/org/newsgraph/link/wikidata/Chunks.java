package org.newsgraph.link.wikidata;

import java.io.IOException;
import java.util.Arrays;
import org.newsgraph.link.wikidata.DumpStream.Mark;

/** A splitter of a dump into chunks of about a megabyte, each with complete items. */
final class Chunks {
  /** Maximum length of a line, in bytes; Wikidata itself limits items to a few megabytes. */
  private static final int MAX_LENGTH = 64 << 20;

  /** A part of a dump. */
  static final class Chunk {
    private final byte[] bytes;
    private final int length;
    private final boolean tooLong;
    private final Mark end;

    private Chunk(byte[] bytes, int length, boolean tooLong, Mark end) {
      this.bytes = bytes;
      this.length = length;
      this.tooLong = tooLong;
      this.end = end;
    }

    byte[] bytes() {
      return bytes;
    }

    /** Returns the number of bytes in use. */
    int length() {
      return length;
    }

    /** Tests whether the chunk stands for a line that was too long and skipped. */
    boolean tooLong() {
      return tooLong;
    }

    /** Returns the mark of the next chunk. */
    Mark end() {
      return end;
    }
  }

  private final DumpStream in;
  private final Mark from;
  private final DumpFormat format;
  private final int size;
  private byte[] bytes;
  private int filled;
  private long offset;
  private IOException failure;
  private boolean atEnd;

  /**
   * @param from mark at which the stream was opened
   * @param size size of a chunk, in bytes
   */
  Chunks(DumpStream in, Mark from, DumpFormat format, int size) {
    this.in = in;
    this.from = from;
    this.format = format;
    this.size = size;
    this.bytes = new byte[size];
  }

  /**
   * Returns the next chunk; null after the last one.
   *
   * @throws IOException if the dump is truncated, after all complete items
   */
  Chunk next() throws IOException {
    while (true) {
      fill();
      int cut = atEnd && failure == null ? filled : format.lastItemBoundary(bytes, filled);
      if (cut > 0) {
        return chunk(cut);
      }
      if (failure != null) {
        throw failure;
      }
      if (atEnd) {
        return null;
      }
      if (bytes.length >= MAX_LENGTH) {
        return tooLong();
      }
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
  }

  private void fill() {
    try {
      while (!atEnd && filled < bytes.length) {
        int count = in.read(bytes, filled, bytes.length - filled);
        atEnd = count < 0;
        filled += Math.max(0, count);
      }
    } catch (IOException e) {
      failure = e;
      atEnd = true;
    }
  }

  private Chunk chunk(int cut) {
    byte[] rest = new byte[Math.max(size, filled - cut)];
    System.arraycopy(bytes, cut, rest, 0, filled - cut);
    offset += cut;
    Chunk chunk = new Chunk(bytes, cut, false, in.markAt(from, offset));
    bytes = rest;
    filled -= cut;
    return chunk;
  }

  private Chunk tooLong() throws IOException {
    int end = LineEnds.next(bytes, 0, filled);
    while (end == filled) {
      offset += filled;
      filled = 0;
      fill();
      if (filled == 0) {
        break;
      }
      end = LineEnds.next(bytes, 0, filled);
    }
    int cut = Math.min(filled, end + 1);
    offset += cut;
    byte[] rest = new byte[Math.max(size, filled - cut)];
    System.arraycopy(bytes, cut, rest, 0, filled - cut);
    bytes = rest;
    filled -= cut;
    return new Chunk(new byte[0], 0, true, in.markAt(from, offset));
  }
}
