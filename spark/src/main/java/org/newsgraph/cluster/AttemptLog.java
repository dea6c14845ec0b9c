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
 * Records of the articles that were being processed when a process died. Before articles are
 * processed, their digests are written to a note in a folder; the note is deleted afterwards. A
 * note that remains means that the articles were not finished.
 */
final class AttemptLog {
  private final Path folder;
  private final FileSystem files;

  AttemptLog(String folder, Configuration hadoop) throws IOException {
    this.folder = new Path(folder);
    this.files = this.folder.getFileSystem(hadoop);
  }

  /** Returns the number of lost tries by article digest, without articles that were never lost. */
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
      // There are no notes yet.
    }
    return lost;
  }

  /**
   * Writes a note, whose name contains the process id.
   *
   * @return path of the note, to be passed to {@link #end}
   */
  Path start(List<String> digests) throws IOException {
    String process = ManagementFactory.getRuntimeMXBean().getName();
    Path note = new Path(folder, process + "-" + UUID.randomUUID());
    try (OutputStream out = files.create(note, false)) {
      out.write(String.join("\n", digests).getBytes(UTF_8));
    }
    return note;
  }

  /** Deletes the note of articles that have been processed. */
  void end(Path note) throws IOException {
    files.delete(note, false);
  }

  /** Deletes all notes. */
  void forget() throws IOException {
    files.delete(folder, true);
  }
}
