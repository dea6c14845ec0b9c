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
import org.newsgraph.store.dump.Loading;

/**
 * A new database while it is filled: in a folder of its own until all of it is there. Broken off,
 * there is no database.
 */
public final class StagedDatabase {
  /** Inside the folder of the database to be. */
  static final String FOLDER = "unfinished";

  private StagedDatabase() {}

  /** Where the quads of a new database come from. */
  public interface Filling<T> {
    /**
     * Puts in all of it.
     *
     * @param loading takes the quads
     * @param place where the database lies for now
     */
    T fill(Loading loading, Path place);
  }

  /**
   * Makes a new database.
   *
   * @param folder for it; only what outlives a database may lie there
   * @param step run after each article
   * @return what the filling gave
   * @throws StoreException where the folder is not free, or cannot be written to
   */
  public static <T> T fill(Path folder, Optional<Iris> iris, Runnable step, Filling<T> filling) {
    Path unfinished = folder.resolve(FOLDER);
    new DatabaseFolder(folder).requireFree();
    try {
      delete(unfinished);
      T filled;
      try (Loading loading = Loading.anew(unfinished, iris, step)) {
        filled = filling.fill(loading, unfinished);
      }
      settle(unfinished, folder);
      return filled;
    } catch (UncheckedIOException e) {
      throw new StoreException(
          folder + ": no database can be made here (" + IoErrors.describe(e.getCause()) + ")", e);
    } catch (IOException e) {
      throw new StoreException(
          folder + ": no database can be made here (" + IoErrors.describe(e) + ")", e);
    } finally {
      delete(unfinished);
    }
  }

  /** The settings last: with them it is a database. */
  private static void settle(Path unfinished, Path folder) throws IOException {
    try (Stream<Path> files = Files.list(unfinished)) {
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
