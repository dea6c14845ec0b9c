package org.newsgraph.link.wikidata;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/** The uncompressed bytes of a dump, starting at any mark. */
final class DumpStream extends InputStream {
  private static final int BUFFER_SIZE = 1 << 20;

  /**
   * A position at which reading can resume.
   *
   * @param bit offset in the file, in bits
   * @param skip number of uncompressed bytes to skip after it
   */
  record Mark(long bit, long skip) {
    static final Mark START = new Mark(0, 0);
  }

  /** Compression of a dump, detected by its first bytes, whatever its file name. */
  enum Compression {
    NONE,
    GZIP,
    BZIP2;

    static Compression of(DumpSource dump) throws IOException {
      try (InputStream in = dump.open(0)) {
        int first = in.read() << 8 | in.read();
        return first == 0x1F8B ? GZIP : first == 0x425A ? BZIP2 : NONE;
      }
    }
  }

  private final Compression packing;
  private final long start;
  private final BoundedInputStream packed;
  private final InputStream in;

  private DumpStream(Compression packing, long start, BoundedInputStream packed, InputStream in) {
    this.packing = packing;
    this.start = start;
    this.packed = packed;
    this.in = in;
  }

  /**
   * Opens a dump at a mark.
   *
   * @param jobs number of threads that decompress
   */
  static DumpStream open(DumpSource dump, Compression packing, Mark from, int jobs)
      throws IOException {
    long start = from.bit() / 8;
    // Counts the bytes; the stream is not bounded.
    BoundedInputStream packed = BoundedInputStream.builder().setInputStream(dump.open(start)).get();
    try {
      InputStream in =
          switch (packing) {
            case NONE -> packed;
            case GZIP ->
                new GZIPInputStream(new BufferedInputStream(packed, BUFFER_SIZE), BUFFER_SIZE);
            case BZIP2 -> new Bzip2Stream(packed, from.bit(), jobs);
          };
      DumpStream stream = new DumpStream(packing, start, packed, in);
      in.skipNBytes(from.skip());
      return stream;
    } catch (IOException | RuntimeException e) {
      packed.close();
      throw e;
    }
  }

  /**
   * Returns the mark of an offset.
   *
   * @param from mark at which this stream was opened
   * @param offset number of uncompressed bytes after {@code from}; not greater than the number of
   *     bytes read, nor less than in the previous call
   */
  Mark markAt(Mark from, long offset) {
    return switch (packing) {
      case NONE -> new Mark(from.bit() + 8 * offset, 0);
      case GZIP -> new Mark(0, from.skip() + offset);
      case BZIP2 -> ((Bzip2Stream) in).markAt(from.skip() + offset);
    };
  }

  /** Returns the current offset in the compressed file, in bytes. */
  long position() {
    return start + packed.getCount();
  }

  @Override
  public int read() throws IOException {
    return in.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return in.read(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    in.close();
    packed.close();
  }
}
