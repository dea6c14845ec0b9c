package org.newsgraph.article.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.input.ProxyInputStream;

/**
 * Guards against zip bombs by limiting the ratio of decompressed to compressed bytes. Text shrinks
 * to a tenth and repetitive text to a hundredth of its size; a file that shrinks further was made
 * to exhaust memory or disk.
 */
final class DecompressionLimit {
  /** Number of decompressed bytes that are allowed whatever the ratio. */
  private static final long ALWAYS_ALLOWED = 64L << 20;

  private static final long MAX_RATIO = 200;

  private final InputStream packed;
  private long read;
  private long unpackedBytes;

  DecompressionLimit(InputStream packed) {
    this.packed = new BufferedInputStream(packed);
  }

  /** Returns the compressed bytes, which are counted as the decompressor reads them. */
  InputStream compressedStream() {
    return new Counted(packed) {
      @Override
      void count(long bytes) {
        read += bytes;
      }

      /**
       * Returns 1 if there is another byte, because the decompressor checks here for a further
       * compressed member. The stream's own method may return 0 before its end.
       */
      @Override
      public int available() throws IOException {
        packed.mark(1);
        int next = packed.read();
        packed.reset();
        return next < 0 ? 0 : 1;
      }
    };
  }

  /** Returns the decompressed bytes. Reading fails when their number exceeds the limit. */
  InputStream limitedStream(InputStream unpacked) {
    return new Counted(unpacked) {
      @Override
      void count(long bytes) throws IOException {
        unpackedBytes += bytes;
        if (unpackedBytes > ALWAYS_ALLOWED && unpackedBytes > MAX_RATIO * read) {
          throw new IOException(
              "unpacks to more than " + MAX_RATIO + " times its size, like a zip bomb");
        }
      }
    };
  }

  private abstract static class Counted extends ProxyInputStream {
    Counted(InputStream in) {
      super(in);
    }

    abstract void count(long bytes) throws IOException;

    @Override
    protected void afterRead(int count) throws IOException {
      if (count > 0) {
        count(count);
      }
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
