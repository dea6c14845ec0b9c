package org.newsgraph.article.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Splits a stream of bytes into lines, with one line in memory at a time. */
final class Lines extends AbstractSpliterator<Lines.Line> {
  /** A line without its line end. */
  static final class Line {
    private final long number;
    private final byte[] bytes;
    private final boolean tooLong;

    private Line(long number, byte[] bytes, boolean tooLong) {
      this.number = number;
      this.bytes = bytes;
      this.tooLong = tooLong;
    }

    /** Returns the line number, counted from 1. */
    long number() {
      return number;
    }

    /** Returns the bytes of the line, truncated to the maximum if the line is too long. */
    byte[] bytes() {
      return bytes;
    }

    boolean tooLong() {
      return tooLong;
    }
  }

  private final BufferedInputStream in;
  private final int maxBytes;
  private long number;

  private Lines(InputStream in, int maxBytes) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.in = new BufferedInputStream(in, 1 << 16);
    this.maxBytes = maxBytes;
  }

  /**
   * Returns the lines of a stream. Lines of more than {@code maxBytes} bytes are truncated. A
   * failing stream throws {@link UncheckedIOException}.
   */
  static Stream<Line> of(InputStream in, int maxBytes) {
    return StreamSupport.stream(new Lines(in, maxBytes), false);
  }

  @Override
  public boolean tryAdvance(Consumer<? super Line> action) {
    try {
      Line line = next();
      if (line == null) {
        return false;
      }
      action.accept(line);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Line next() throws IOException {
    int b = in.read();
    if (b < 0) {
      return null;
    }
    number++;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    boolean tooLong = false;
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (bytes.size() < maxBytes) {
        bytes.write(b);
      } else {
        tooLong = true;
      }
    }
    return new Line(number, bytes.toByteArray(), tooLong);
  }
}
