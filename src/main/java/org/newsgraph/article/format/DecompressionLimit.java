package org.newsgraph.article.format;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Watches how many bytes come out of compressed ones. Text shrinks to a tenth, repetitions to a
 * hundredth; what shrinks further was made to fill a machine.
 */
final class DecompressionLimit {
  private static final long ALWAYS_ALLOWED = 64L << 20;
  private static final long MOST_FOLD = 200;

  private final InputStream packed;
  private long read;
  private long given;

  DecompressionLimit(InputStream packed) {
    this.packed = new BufferedInputStream(packed);
  }

  /** The compressed bytes, to be unpacked. */
  InputStream counted() {
    return new Counted(packed) {
      @Override
      void count(long bytes) {
        read += bytes;
      }

      /** Asked whether another compressed piece follows; a stream may say 0 before it ends. */
      @Override
      public int available() throws IOException {
        packed.mark(1);
        int next = packed.read();
        packed.reset();
        return next < 0 ? 0 : 1;
      }
    };
  }

  /** The unpacked bytes, to be read. */
  InputStream guarded(InputStream unpacked) {
    return new Counted(unpacked) {
      @Override
      void count(long bytes) throws IOException {
        given += bytes;
        if (given > ALWAYS_ALLOWED && given > MOST_FOLD * read) {
          throw new IOException(
              "it unpacks to more than " + MOST_FOLD + " times its size, as zip bombs do");
        }
      }
    };
  }

  private abstract static class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    abstract void count(long bytes) throws IOException;

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        count(1);
      }
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int got = super.read(bytes, offset, length);
      if (got > 0) {
        count(got);
      }
      return got;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
