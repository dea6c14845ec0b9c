package org.newsgraph.cluster;

import java.io.FilterInputStream;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;

/**
 * The lines of a file whose first byte is in a range, so that each line is in exactly one range.
 */
final class RangeLines extends FilterInputStream {
  private final long end;
  private long at;
  private int last = '\n';

  RangeLines(FSDataInputStream file, long begin, long end) throws IOException {
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
      // Past the range, reads byte by byte up to the end of the last line.
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
