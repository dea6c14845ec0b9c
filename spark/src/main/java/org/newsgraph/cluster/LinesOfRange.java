package org.newsgraph.cluster;

import java.io.FilterInputStream;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;

/** The lines of a file whose first byte lies in a range; so every line is in one range of many. */
final class LinesOfRange extends FilterInputStream {
  private final long end;
  private long at;
  private int last = '\n';

  LinesOfRange(FSDataInputStream file, long begin, long end) throws IOException {
    super(file);
    this.end = end;
    if (begin > 0) {
      file.seek(begin - 1);
      at = begin - 1;
      do {
        last = file.read();
        at++;
      } while (last >= 0 && last != '\n');
    }
  }

  @Override
  public int read() throws IOException {
    if (at >= end && last == '\n') {
      return -1;
    }
    last = in.read();
    at++;
    return last;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (at >= end) {
      // To the end of the last line, which may be a long one; then no further.
      int next = length == 0 ? 0 : read();
      if (next >= 0 && length > 0) {
        bytes[offset] = (byte) next;
        return 1;
      }
      return next < 0 ? -1 : 0;
    }
    int read = in.read(bytes, offset, (int) Math.min(length, end - at));
    if (read > 0) {
      at += read;
      last = bytes[offset + read - 1];
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
