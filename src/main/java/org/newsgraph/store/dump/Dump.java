package org.newsgraph.store.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.IoErrors;
import org.newsgraph.store.DatabaseFolder;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StagedDatabase;
import org.newsgraph.store.StoreException;

/**
 * A dump of quads in a file or a folder, to be imported into a new or existing database.
 *
 * @param path a file in N-Quads, TriG or JSON-LD, possibly compressed, as its name says; or a
 *     folder, of which all files with such names and Spark's {@code part-…} files are read, sorted
 *     by name
 */
public record Dump(Path path) {
  /**
   * Imports the dump. A new database appears only when the complete dump is loaded. In an existing
   * database, articles replace those with the same IRIs, in several transactions.
   *
   * @param folder folder of the database
   * @param base base of a new database's IRIs; if empty, the base of the dump's articles
   * @param article called after each article
   * @throws StoreException if the dump cannot be read or does not fit the database, or if the disk
   *     is nearly full
   */
  public Loaded load(Path folder, Optional<String> base, Runnable article) {
    List<DumpFile> files = files();
    if (new DatabaseFolder(folder).iris().isPresent()) {
      try (Loading loading = Loading.forExistingDatabase(NewsStore.create(folder, base), article)) {
        return read(files, loading);
      }
    }
    return StagedDatabase.fill(
        folder, base.map(Iris::new), article, (loading, place) -> read(files, loading));
  }

  /**
   * Result of an import.
   *
   * @param articles number of articles
   * @param quads number of quads
   */
  public record Loaded(long articles, long quads) {}

  private Loaded read(List<DumpFile> files, Loading loading) {
    files.forEach(file -> file.read(loading));
    if (loading.articles() == 0) {
      throw new StoreException(path + ": the dump contains no article of Newsgraph");
    }
    return loading.complete();
  }

  private List<DumpFile> files() {
    if (!Files.isDirectory(path)) {
      return List.of(DumpFile.of(path));
    }
    try (Stream<Path> files = Files.walk(path)) {
      List<DumpFile> found =
          files
              .filter(Files::isRegularFile)
              .filter(DumpFile::isDumpFile)
              .sorted()
              .map(DumpFile::of)
              .toList();
      if (found.isEmpty()) {
        throw new StoreException(path + ": this folder contains no dump (.nq, .trig or .jsonld)");
      }
      return found;
    } catch (IOException e) {
      throw new StoreException(
          path + ": this folder cannot be read (" + IoErrors.describe(e) + ")", e);
    }
  }
}
