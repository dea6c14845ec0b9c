package org.newsgraph.store.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * A file with the IRIs of all subjects whose entries in the text index may not be on disk yet. It
 * is written before the database changes and deleted after the index is on disk. After a crash it
 * therefore names every subject about which the database and the index can differ.
 */
final class IndexJournal {
  private final Path file;

  IndexJournal(Path file) {
    this.file = file;
  }

  /**
   * Reads the subjects. Ignores a line that a crash has truncated, because the change that it
   * belongs to was not committed.
   */
  Set<Node> read() {
    try {
      Set<Node> subjects = new LinkedHashSet<>();
      if (Files.exists(file)) {
        String lines = new String(Files.readAllBytes(file), UTF_8);
        lines
            .substring(0, lines.lastIndexOf('\n') + 1)
            .lines()
            .map(NodeFactory::createURI)
            .forEach(subjects::add);
      }
      return subjects;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Appends subjects and forces them to disk. */
  void add(Collection<Node> subjects) {
    StringBuilder lines = new StringBuilder();
    subjects.forEach(it -> lines.append(it.getURI()).append('\n'));
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the file. */
  void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
