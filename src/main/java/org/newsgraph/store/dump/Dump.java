package org.newsgraph.store.dump;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.IoErrors;
import org.newsgraph.store.DatabaseFolder;
import org.newsgraph.store.NewsStore;
import org.newsgraph.store.StagedDatabase;
import org.newsgraph.store.StoreException;

/**
 * A dump of quads, to be imported into a new or existing database.
 *
 * @param name name of the dump for messages
 * @param files the files, in the order in which they are read
 */
public record Dump(String name, List<DumpFile> files) {
  /** Subfolder with the quads in the output of a cluster. */
  private static final String QUADS = "quads";

  /** File that Hadoop and Spark write into a folder when all of its files are complete. */
  private static final String COMPLETE = "_SUCCESS";

  public Dump {
    files = List.copyOf(files);
  }

  /**
   * Finds a dump in a file or a folder.
   *
   * @param path a file in N-Quads, TriG or JSON-LD, possibly compressed, as its name says; or a
   *     folder, of which all files with such names and Spark's {@code part-…} files are read,
   *     sorted by name; or the output folder of a cluster, of which the quads are read
   * @throws StoreException if there is no dump, or a cluster has not completed it
   */
  public static Dump of(Path path) {
    return new Dump(
        path.toString(), Files.isDirectory(path) ? inFolder(path) : List.of(DumpFile.of(path)));
  }

  /**
   * Reads a dump in N-Quads, possibly compressed with gzip, from a stream.
   *
   * @param name name of the stream for messages
   */
  public static Dump of(InputStream in, String name) {
    return new Dump(name, List.of(DumpFile.of(in, name)));
  }

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
    if (new DatabaseFolder(folder).iris().isPresent()) {
      try (QuadSink sink = new TransactionalLoader(NewsStore.create(folder, base), article)) {
        return read(sink);
      }
    }
    return StagedDatabase.fill(folder, base.map(Iris::new), article, (sink, place) -> read(sink));
  }

  /**
   * Result of an import.
   *
   * @param articles number of articles
   * @param quads number of quads
   */
  public record Loaded(long articles, long quads) {}

  private Loaded read(QuadSink sink) {
    files.forEach(file -> file.read(sink));
    if (sink.articles() == 0) {
      throw new StoreException(name + ": the dump contains no article of Newsgraph");
    }
    return sink.complete();
  }

  private static List<DumpFile> inFolder(Path path) {
    Path quads = path.resolve(QUADS);
    Path folder = Files.isDirectory(quads) ? quads : path;
    if (folder.equals(quads) && !Files.exists(quads.resolve(COMPLETE))) {
      throw new StoreException(
          quads + ": incomplete, because the job has not finished; run it again to its end");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<DumpFile> found =
          files
              .filter(Files::isRegularFile)
              .filter(file -> isVisible(folder.relativize(file)))
              .filter(DumpFile::isDumpFile)
              .sorted()
              .map(DumpFile::of)
              .toList();
      if (found.isEmpty()) {
        throw new StoreException(path + ": this folder contains no dump (.nq, .trig or .jsonld)");
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      IOException cause =
          e instanceof UncheckedIOException unchecked ? unchecked.getCause() : (IOException) e;
      throw new StoreException(
          path + ": this folder cannot be read (" + IoErrors.describe(cause) + ")", e);
    }
  }

  /** Tests whether a path has no part that Hadoop and Spark hide: "_work", ".crc". */
  private static boolean isVisible(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path::toString)
        .noneMatch(it -> it.startsWith("_") || it.startsWith("."));
  }
}
