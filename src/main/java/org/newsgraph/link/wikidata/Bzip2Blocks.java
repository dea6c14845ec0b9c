package org.newsgraph.link.wikidata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Finds the blocks of a bzip2 file by the 48 bits that each begins with, at any bit of a byte. */
final class Bzip2Blocks implements AutoCloseable {
  private static final long BLOCK = 0x314159265359L;
  private static final long END = 0x177245385090L;
  private static final int MAGIC = 48;
  private static final long MASK = (1L << MAGIC) - 1;

  /** In bytes; no block is longer, even where every code of it is as long as may be. */
  private static final int LONGEST = 4 << 20;

  /** A block, as it stands in the file. */
  static final class Block {
    private final long start;
    private final long bits;
    private final byte[] bytes;

    /**
     * @param start the bit of the file at which it begins
     * @param bits how long it is
     * @param bytes those of the file that hold it: it begins in the first, at bit {@code start % 8}
     */
    Block(long start, long bits, byte[] bytes) {
      this.start = start;
      this.bits = bits;
      this.bytes = bytes;
    }

    long start() {
      return start;
    }

    long bits() {
      return bits;
    }

    byte[] bytes() {
      return bytes;
    }

    long end() {
      return start + bits;
    }

    /** A bzip2 file with this block alone. */
    byte[] asFile() {
      BitBuffer file = new BitBuffer(bytes.length + 32);
      file.add(0x425A6839, 32);
      file.addAll(bytes, (int) (start % 8), bits);
      // The checksum of the file is that of its only block, which follows the block's mark.
      long checksum = 0;
      for (int i = 0; i < 4; i++) {
        checksum = checksum << 8 | (file.byteAt(4 + MAGIC / 8 + i) & 0xFF);
      }
      file.add(END, MAGIC);
      file.add(checksum, 32);
      return file.bytes();
    }

    /** With the block that follows it at once, as one. */
    Block and(Block next) {
      BitBuffer both = new BitBuffer(bytes.length + next.bytes.length);
      both.addAll(bytes, 0, start % 8 + bits);
      both.addAll(next.bytes, (int) (next.start % 8), next.bits);
      return new Block(start, bits + next.bits, both.bytes());
    }
  }

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int filled;
  private int at;

  /** The last 64 bits read, and the bit of the file behind them. */
  private long window;

  private long position;

  private final ByteArrayOutputStream open = new ByteArrayOutputStream(1 << 20);
  private long openSince = -1;

  /**
   * @param from the bit of the file that the stream's first byte holds
   */
  Bzip2Blocks(InputStream in, long from) {
    this.in = in;
    this.position = from / 8 * 8;
  }

  /** The next block; null behind the last. */
  Block next() throws IOException {
    while (true) {
      int b = readByte();
      if (b < 0) {
        return openSince < 0 ? null : close(position);
      }
      window = window << 8 | b;
      position += 8;
      open.write(b);
      if (open.size() > LONGEST) {
        if (openSince >= 0) {
          throw new IOException("no end of a block in " + LONGEST + " bytes");
        }
        open.reset();
      }
      Block found = found();
      if (found != null) {
        return found;
      }
    }
  }

  /** Whether a mark ends in the last byte: it ends one block, and may begin another. */
  private Block found() {
    for (int behind = 7; behind >= 0; behind--) {
      long magic = window >>> behind & MASK;
      if (magic == BLOCK || magic == END) {
        long start = position - behind - MAGIC;
        Block block = openSince < 0 ? null : close(start);
        open.reset();
        openSince = -1;
        if (magic == BLOCK) {
          openSince = start;
          for (long bit = start / 8 * 8; bit < position; bit += 8) {
            open.write((int) (window >>> (position - bit - 8)));
          }
        }
        return block;
      }
    }
    return null;
  }

  private Block close(long end) {
    int length = (int) ((end + 7) / 8 - openSince / 8);
    Block block = new Block(openSince, end - openSince, Arrays.copyOf(open.toByteArray(), length));
    openSince = -1;
    return block;
  }

  private int readByte() throws IOException {
    if (at == filled) {
      filled = Math.max(0, in.read(buffer));
      at = 0;
      if (filled == 0) {
        return -1;
      }
    }
    return buffer[at++] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
