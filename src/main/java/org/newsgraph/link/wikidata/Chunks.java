package org.newsgraph.link.wikidata;

import java.io.IOException;
import java.util.Arrays;
import org.newsgraph.link.wikidata.DumpStream.Mark;

/** Cuts a dump into pieces of about a megabyte, each with whole items. */
final class Chunks {
  /** Wikidata itself refuses items of more than a few megabytes. */
  private static final int LONGEST = 64 << 20;

  /** A piece of a dump. */
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

    /** How many of the bytes are filled. */
    int length() {
      return length;
    }

    /** Whether it stands for a line that was too long and left out. */
    boolean tooLong() {
      return tooLong;
    }

    /** Where the next one begins. */
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
  private IOException broken;
  private boolean over;

  /**
   * @param from where the stream was opened
   * @param size of a piece, in bytes
   */
  Chunks(DumpStream in, Mark from, DumpFormat format, int size) {
    this.in = in;
    this.from = from;
    this.format = format;
    this.size = size;
    this.bytes = new byte[size];
  }

  /**
   * The next piece; null behind the last.
   *
   * @throws IOException where the dump breaks off, after all that was whole
   */
  Chunk next() throws IOException {
    while (true) {
      fill();
      int cut = over && broken == null ? filled : format.cut(bytes, filled);
      if (cut > 0) {
        return chunk(cut);
      }
      if (broken != null) {
        throw broken;
      }
      if (over) {
        return null;
      }
      if (bytes.length >= LONGEST) {
        return tooLong();
      }
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
  }

  private void fill() {
    try {
      while (!over && filled < bytes.length) {
        int count = in.read(bytes, filled, bytes.length - filled);
        over = count < 0;
        filled += Math.max(0, count);
      }
    } catch (IOException e) {
      broken = e;
      over = true;
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
