package org.newsgraph.link.wikidata;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bytes of a dump, unpacked, from any place on that was marked. */
final class DumpStream extends InputStream {
  private static final int BUFFER = 1 << 20;

  /**
   * Where to go on.
   *
   * @param packed how far into the file, in bits
   * @param skip how many unpacked bytes there to leave out
   */
  record Mark(long packed, long skip) {
    static final Mark START = new Mark(0, 0);
  }

  /** How a dump is packed; told by its first bytes, whatever it is called. */
  enum Packing {
    NONE,
    GZIP,
    BZIP2;

    static Packing of(Path dump) throws IOException {
      try (InputStream in = Files.newInputStream(dump)) {
        int first = in.read() << 8 | in.read();
        return first == 0x1F8B ? GZIP : first == 0x425A ? BZIP2 : NONE;
      }
    }
  }

  private final Packing packing;
  private final FileChannel file;
  private final InputStream in;

  private DumpStream(Packing packing, FileChannel file, InputStream in) {
    this.packing = packing;
    this.file = file;
    this.in = in;
  }

  /**
   * @param jobs how many threads may unpack at once
   */
  static DumpStream open(Path dump, Packing packing, Mark from, int jobs) throws IOException {
    FileChannel file = FileChannel.open(dump);
    try {
      file.position(from.packed() / 8);
      InputStream packed = Channels.newInputStream(file);
      InputStream in =
          switch (packing) {
            case NONE -> packed;
            case GZIP -> new GZIPInputStream(new BufferedInputStream(packed, BUFFER), BUFFER);
            case BZIP2 -> new Bzip2Stream(packed, from.packed(), jobs);
          };
      DumpStream stream = new DumpStream(packing, file, in);
      in.skipNBytes(from.skip());
      return stream;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /**
   * @param offset an unpacked offset from the place where this stream was opened plus what was
   *     skipped there; not beyond what was read, nor before the last one asked for
   */
  Mark markAt(Mark from, long offset) {
    return switch (packing) {
      case NONE -> new Mark(from.packed() + 8 * offset, 0);
      case GZIP -> new Mark(0, from.skip() + offset);
      case BZIP2 -> ((Bzip2Stream) in).markAt(from.skip() + offset);
    };
  }

  /** How far into the file it has read, in bytes. */
  long position() throws IOException {
    return file.position();
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
    file.close();
  }
}
