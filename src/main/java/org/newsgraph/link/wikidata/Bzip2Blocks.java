package org.newsgraph.link.wikidata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A scanner for the blocks of a bzip2 file. Each starts with a magic number, at any bit. */
final class Bzip2Blocks implements AutoCloseable {
  private static final long BLOCK = 0x314159265359L;
  private static final long END = 0x177245385090L;

  /** Length of a magic number, in bits. */
  private static final int MAGIC_BITS = 48;

  private static final long MASK = (1L << MAGIC_BITS) - 1;

  /** Maximum length of a block in bytes, even if all its codes have the maximum length. */
  private static final int MAX_LENGTH = 4 << 20;

  /** A compressed block of a file. */
  static final class Block {
    private final long start;
    private final long bits;
    private final byte[] bytes;

    /**
     * @param start offset in the file, in bits
     * @param bits length, in bits
     * @param bytes bytes of the file that contain the block, which starts at bit {@code start % 8}
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

    /** Returns a bzip2 file that contains only this block. */
    byte[] asFile() {
      BitBuffer file = new BitBuffer(bytes.length + 32);
      file.add(0x425A6839, 32);
      file.addAll(bytes, (int) (start % 8), bits);
      // The checksum of the file is that of its only block, which follows the magic number.
      long checksum = 0;
      for (int i = 0; i < 4; i++) {
        checksum = checksum << 8 | (file.byteAt(4 + MAGIC_BITS / 8 + i) & 0xFF);
      }
      file.add(END, MAGIC_BITS);
      file.add(checksum, 32);
      return file.bytes();
    }

    /** Returns this block joined with the block that directly follows it. */
    Block join(Block next) {
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

  /**
   * Last 64 bits that were read; {@code position} is the offset in the file after them, in bits.
   */
  private long window;

  private long position;

  private final ByteArrayOutputStream open = new ByteArrayOutputStream(1 << 20);
  private long openStart = -1;

  /**
   * @param from offset in the file of a bit in the stream's first byte, in bits
   */
  Bzip2Blocks(InputStream in, long from) {
    this.in = in;
    this.position = from / 8 * 8;
  }

  /** Returns the next block; null after the last one. */
  Block next() throws IOException {
    while (true) {
      int b = readByte();
      if (b < 0) {
        return openStart < 0 ? null : close(position);
      }
      window = window << 8 | b;
      position += 8;
      open.write(b);
      if (open.size() > MAX_LENGTH) {
        if (openStart >= 0) {
          throw new IOException("a block does not end within " + MAX_LENGTH + " bytes");
        }
        open.reset();
      }
      Block block = blockAtMagic();
      if (block != null) {
        return block;
      }
    }
  }

  /** Detects a magic number that ends in the last byte. Ends a block and may start another one. */
  private Block blockAtMagic() {
    for (int behind = 7; behind >= 0; behind--) {
      long magic = window >>> behind & MASK;
      if (magic == BLOCK || magic == END) {
        long start = position - behind - MAGIC_BITS;
        Block block = openStart < 0 ? null : close(start);
        open.reset();
        openStart = -1;
        if (magic == BLOCK) {
          openStart = start;
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
    int length = (int) ((end + 7) / 8 - openStart / 8);
    Block block = new Block(openStart, end - openStart, Arrays.copyOf(open.toByteArray(), length));
    openStart = -1;
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
