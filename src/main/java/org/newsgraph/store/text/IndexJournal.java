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
 * A file with the IRIs of all whose words may not yet be safe in the text index. It is written
 * before the database changes and emptied after the index is on disk; so after a crash it names
 * everything about which the two can disagree.
 */
final class IndexJournal {
  private final Path file;

  IndexJournal(Path file) {
    this.file = file;
  }

  /** All that was noted. A line that a crash has cut off stands for a change that never was. */
  Set<Node> read() {
    try {
      Set<Node> noted = new LinkedHashSet<>();
      if (Files.exists(file)) {
        String lines = new String(Files.readAllBytes(file), UTF_8);
        lines
            .substring(0, lines.lastIndexOf('\n') + 1)
            .lines()
            .map(NodeFactory::createURI)
            .forEach(noted::add);
      }
      return noted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(Collection<Node> changing) {
    StringBuilder lines = new StringBuilder();
    changing.forEach(it -> lines.append(it.getURI()).append('\n'));
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

  void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
