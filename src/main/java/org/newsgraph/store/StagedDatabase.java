package org.newsgraph.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.IoErrors;
import org.newsgraph.store.dump.BulkLoader;
import org.newsgraph.store.dump.QuadSink;

/**
 * Creates a new database in a staging folder and moves it to its final place when it is complete.
 * If filling fails, no database is left.
 */
public final class StagedDatabase {
  /** Name of the staging folder inside the final folder. */
  static final String FOLDER = "staging";

  private StagedDatabase() {}

  /** Supplies the quads of a new database. */
  public interface Filling<T> {
    /**
     * Sends all quads.
     *
     * @param sink receives the quads
     * @param place staging folder of the database
     */
    T fill(QuadSink sink, Path place);
  }

  /**
   * Creates a new database.
   *
   * @param folder folder of the database; may contain only files that outlive a database
   * @param iris factory of the database's IRIs; if empty, the base is taken from the articles
   * @param step called after each article
   * @return result of the filling
   * @throws StoreException if the folder is not free, or cannot be written to
   */
  public static <T> T fill(Path folder, Optional<Iris> iris, Runnable step, Filling<T> filling) {
    Path staging = folder.resolve(FOLDER);
    new DatabaseFolder(folder).requireFree();
    try {
      delete(staging);
      T filled;
      try (QuadSink sink = new BulkLoader(staging, iris, step)) {
        filled = filling.fill(sink, staging);
      }
      publish(staging, folder);
      return filled;
    } catch (UncheckedIOException e) {
      throw new StoreException(
          folder + ": cannot create a database here (" + IoErrors.describe(e.getCause()) + ")", e);
    } catch (IOException e) {
      throw new StoreException(
          folder + ": cannot create a database here (" + IoErrors.describe(e) + ")", e);
    } finally {
      delete(staging);
    }
  }

  /** Moves the files to the final folder, the settings last, which make it a database. */
  private static void publish(Path staging, Path folder) throws IOException {
    try (Stream<Path> files = Files.list(staging)) {
      for (Path file :
          files
              .sorted(Comparator.comparing(file -> file.endsWith(DatabaseFolder.SETTINGS)))
              .toList()) {
        Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      PathUtils.deleteDirectory(folder);
    } catch (IOException e) {
      throw new StoreException(folder + ": cannot be removed (" + IoErrors.describe(e) + ")", e);
    }
  }
}
