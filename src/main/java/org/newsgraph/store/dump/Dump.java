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
 * Quads in a file, or in the files of a folder, that become a database or come into one.
 *
 * @param path N-Quads, TriG or JSON-LD, plain or compressed, told by the name; of a folder all
 *     files with such names, and Spark's {@code part-…}, in the order of their names
 */
public record Dump(Path path) {
  /**
   * Loads it. A new database is there when all of it is loaded, and not before; into one that is
   * there the articles come in place of those of the same IRIs, some at a time.
   *
   * @param base of a new database's IRIs; without it, the one that the dump's articles have
   * @param article told after each
   * @throws StoreException where it cannot be read, does not fit the database, or the disk is full
   */
  public Loaded load(Path folder, Optional<String> base, Runnable article) {
    List<DumpFile> files = files();
    if (new DatabaseFolder(folder).iris().isPresent()) {
      try (Loading loading = Loading.into(NewsStore.create(folder, base), article)) {
        return read(files, loading);
      }
    }
    return StagedDatabase.fill(
        folder, base.map(Iris::new), article, (loading, place) -> read(files, loading));
  }

  /** How much was loaded. */
  public record Loaded(long articles, long quads) {}

  private Loaded read(List<DumpFile> files, Loading loading) {
    files.forEach(file -> file.read(loading));
    if (loading.articles() == 0) {
      throw new StoreException(path + ": there is no article of Newsgraph in it");
    }
    return loading.end();
  }

  private List<DumpFile> files() {
    if (!Files.isDirectory(path)) {
      return List.of(DumpFile.of(path));
    }
    try (Stream<Path> files = Files.walk(path)) {
      List<DumpFile> found =
          files
              .filter(Files::isRegularFile)
              .filter(DumpFile::isOne)
              .sorted()
              .map(DumpFile::of)
              .toList();
      if (found.isEmpty()) {
        throw new StoreException(path + ": there is no dump in this folder (.nq, .trig, .jsonld)");
      }
      return found;
    } catch (IOException e) {
      throw new StoreException(
          path + ": this folder cannot be read (" + IoErrors.describe(e) + ")", e);
    }
  }
}
