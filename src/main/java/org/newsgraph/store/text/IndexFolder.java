package org.newsgraph.store.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextIndexException;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The folder of the text index: Lucene's files and the {@link IndexJournal}.
 *
 * @param path path of the folder
 */
record IndexFolder(Path path) {
  /** Version in the index's commit data. An index of another version is rebuilt. */
  private static final Map<String, String> VERSION = Map.of("newsgraph", "2");

  IndexJournal journal() {
    return new IndexJournal(path.resolve("journal"));
  }

  /** Opens the index in the folder, or creates an empty one. */
  TextIndexLucene open(EntityDefinition fields) throws IOException {
    Files.createDirectories(path);
    TextIndexConfig config = new TextIndexConfig(fields);
    config.setAnalyzer(NewsAnalyzer.ofText());
    config.setQueryAnalyzer(NewsAnalyzer.ofQueries());
    config.setValueStored(true);
    try {
      return new TextIndexLucene(FSDirectory.open(path), config);
    } catch (TextIndexException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Commits an index to disk, as one of the current version. */
  static void commit(TextIndexLucene index) {
    index.getIndexWriter().setLiveCommitData(VERSION.entrySet());
    index.commit();
  }

  /** Tests whether the folder has a readable index of the current version. */
  boolean isUsable() {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Directory directory = FSDirectory.open(path);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.getIndexCommit().getUserData().equals(VERSION);
    } catch (IOException | IllegalArgumentException e) {
      // Damaged, or written by an incompatible version of Lucene.
      return false;
    }
  }

  /** Deletes all files, the journal included. */
  void clear() throws IOException {
    if (Files.isDirectory(path)) {
      try (var files = Files.list(path)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
