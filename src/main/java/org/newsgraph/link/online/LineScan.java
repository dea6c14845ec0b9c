package org.newsgraph.link.online;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A scan over the complete lines of a file that may still grow. */
final class LineScan {
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).limit(0);
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long position;
  private long begin;

  LineScan(FileChannel channel, long from) {
    this.channel = channel;
    position = from;
  }

  /**
   * Advances to the next line.
   *
   * @param size offset in bytes at which to stop
   * @return false if no complete line is left
   */
  boolean next(long size) throws IOException {
    begin = position;
    line.reset();
    while (position < size) {
      if (!buffer.hasRemaining()) {
        buffer.clear();
        int read = channel.read(buffer, position);
        buffer.flip();
        if (read <= 0) {
          return false;
        }
      }
      byte next = buffer.get();
      position++;
      if (next == '\n') {
        return true;
      }
      line.write(next);
    }
    return false;
  }

  /** Returns the offset of the line, in bytes. */
  long start() {
    return begin;
  }

  /** Returns the offset after the line end, in bytes. */
  long end() {
    return position;
  }

  /** Returns the length of the line without its line end, in bytes. */
  int length() {
    return line.size();
  }

  byte[] line() {
    return line.toByteArray();
  }
}
