package org.newsgraph.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Which articles were being read when a process ended. Before articles are read a note of them is
 * left in a folder, which goes when they are read; a note that is still there tells that nobody
 * came so far.
 */
final class Tries {
  private final Path folder;
  private final FileSystem files;

  Tries(String folder, Configuration hadoop) throws IOException {
    this.folder = new Path(folder);
    this.files = this.folder.getFileSystem(hadoop);
  }

  /**
   * How often each article was begun and not read, by digest; those that never were are left out.
   */
  Map<String, Integer> lost() throws IOException {
    Map<String, Integer> lost = new HashMap<>();
    try {
      RemoteIterator<LocatedFileStatus> notes = files.listFiles(folder, true);
      while (notes.hasNext()) {
        try (InputStream in = files.open(notes.next().getPath())) {
          new String(in.readAllBytes(), UTF_8)
              .lines()
              .forEach(digest -> lost.merge(digest, 1, Integer::sum));
        }
      }
    } catch (FileNotFoundException e) {
      // No note was ever left here.
    }
    return lost;
  }

  /**
   * Leaves a note, whose name tells which process it was.
   *
   * @return to be given to {@link #end}
   */
  Path begin(List<String> digests) throws IOException {
    String process = ManagementFactory.getRuntimeMXBean().getName();
    Path note = new Path(folder, process + "-" + UUID.randomUUID());
    try (OutputStream out = files.create(note, false)) {
      out.write(String.join("\n", digests).getBytes(UTF_8));
    }
    return note;
  }

  void end(Path note) throws IOException {
    files.delete(note, false);
  }

  /** Forgets all of them. */
  void forget() throws IOException {
    files.delete(folder, true);
  }
}
