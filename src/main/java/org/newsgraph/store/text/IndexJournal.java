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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * A file with the IRIs of all subjects whose entries in the text index may not be on disk yet, one
 * per line. It is written before the database changes and deleted after the index is on disk. After
 * a crash it therefore names every subject about which the database and the index can differ.
 */
final class IndexJournal {
  /** Line that stands for all subjects. */
  private static final String ALL = "*";

  private final Path file;

  IndexJournal(Path file) {
    this.file = file;
  }

  /** Tests whether there is a journal, even one without a complete line. */
  boolean exists() {
    return Files.exists(file);
  }

  /** Tests whether the journal names all subjects, so that the index has to be rebuilt. */
  boolean hasAll() {
    return lines().contains(ALL);
  }

  /** Reads the subjects. */
  Set<Node> subjects() {
    return lines().stream()
        .filter(line -> !line.equals(ALL))
        .map(NodeFactory::createURI)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Reads the lines, without one that a crash has truncated: the change that it belongs to was not
   * committed.
   */
  private List<String> lines() {
    if (!exists()) {
      return List.of();
    }
    try {
      String lines = new String(Files.readAllBytes(file), UTF_8);
      return lines.substring(0, lines.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Appends subjects and forces them to disk. */
  void add(Collection<Node> subjects) {
    append(subjects.stream().map(it -> it.getURI() + "\n").collect(Collectors.joining()));
  }

  /** Appends a line that stands for all subjects, and forces it to disk. */
  void addAll() {
    append(ALL + "\n");
  }

  private void append(String lines) {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long end = out.size();
      try {
        out.position(end);
        ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(false);
      } catch (IOException e) {
        // Otherwise the next line would continue the truncated one.
        out.truncate(end);
        throw e;
      }
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
