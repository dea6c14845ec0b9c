package org.newsgraph.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.newsgraph.article.Source;

/**
 * A file of the input, or the lines of a large file that begin within a range of bytes.
 *
 * @param number number of the slice in the order of the input, from 0
 * @param path path of the file, on any Hadoop file system
 * @param begin offset of the first byte
 * @param end offset after the last byte; {@link #COMPLETE} for a complete file
 * @param linesBefore number of lines of the file before the slice
 */
record Slice(int number, String path, long begin, long end, long linesBefore)
    implements Serializable {
  /** Value of {@code end} for a complete file. */
  static final long COMPLETE = -1;

  boolean isComplete() {
    return end == COMPLETE;
  }

  /** Returns a copy with the given number of lines before it. */
  Slice withLinesBefore(long lines) {
    return new Slice(number, path, begin, end, lines);
  }

  /** Returns the source for article readers. */
  Source source(Configuration hadoop) {
    Path file = new Path(path);
    return new Source(name(file), file.getName(), () -> open(file, hadoop));
  }

  /** Returns the name of a file for messages: a local file without "file:". */
  static String name(Path file) {
    String scheme = file.toUri().getScheme();
    return scheme == null || scheme.equals("file") ? file.toUri().getPath() : file.toString();
  }

  /** Counts the lines of the slice. */
  long lines(Configuration hadoop) throws IOException {
    long lines = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = open(new Path(path), hadoop)) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    return lines;
  }

  private InputStream open(Path file, Configuration hadoop) throws IOException {
    FSDataInputStream in = file.getFileSystem(hadoop).open(file);
    if (isComplete()) {
      return in;
    }
    try {
      return new RangeLines(in, begin, end);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
