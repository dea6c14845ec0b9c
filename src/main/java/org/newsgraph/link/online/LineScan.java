package org.newsgraph.link.online;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Walks over the whole lines of a file that may still grow. */
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
   * Goes to the next line; false where no whole one is left.
   *
   * @param size where to stop
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

  /** Where the line begins. */
  long begin() {
    return begin;
  }

  /** Where the next one begins. */
  long end() {
    return position;
  }

  /** How many bytes it has, without its end. */
  int length() {
    return line.size();
  }

  byte[] line() {
    return line.toByteArray();
  }
}
