package org.newsgraph.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.newsgraph.graph.Iris;
import org.newsgraph.io.AtomicFiles;
import org.newsgraph.io.IoErrors;
import org.newsgraph.store.correction.CorrectionsFile;
import org.newsgraph.store.dump.BulkLoader;
import org.newsgraph.store.dump.QuadSink;

/**
 * Creates a new database in a staging folder and moves it to its final place when it is complete.
 * If filling fails, no database is left. If it is interrupted, the folder is not a database either,
 * and the next command that creates one there removes what is left.
 */
public final class StagedDatabase {
  /** Name of the staging folder inside the final folder. */
  static final String FOLDER = "staging";

  /** File in the staging folder that lists the files which are being moved to the final folder. */
  private static final String MOVED = "moved";

  private static final String LOCK = "tdb.lock";

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
    List<Path> moved;
    try (Stream<Path> files = Files.list(staging)) {
      moved =
          files
              .sorted(Comparator.comparing(file -> file.endsWith(DatabaseFolder.SETTINGS)))
              .toList();
    }
    AtomicFiles.write(
        staging.resolve(MOVED),
        moved.stream().map(file -> file.getFileName() + "\n").collect(Collectors.joining()));
    for (Path file : moved) {
      Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /**
   * Removes what an interrupted run has left in a folder: the staging folder and, if the folder has
   * not become a database, the files that were moved out of it already.
   *
   * @throws StoreException if another process is creating a database there
   */
  static void removeLeftovers(Path folder) {
    Path staging = folder.resolve(FOLDER);
    if (!Files.isDirectory(staging)) {
      return;
    }
    requireUnused(staging);
    if (Files.exists(staging.resolve(MOVED))
        && Files.notExists(folder.resolve(DatabaseFolder.SETTINGS))) {
      try {
        Files.readAllLines(staging.resolve(MOVED)).stream()
            .filter(name -> !name.equals(CorrectionsFile.NAME))
            .forEach(name -> delete(folder.resolve(name)));
      } catch (IOException e) {
        throw new StoreException(
            staging + ": cannot be read (" + IoErrors.describe(e) + "); remove this folder", e);
      }
    }
    delete(staging);
  }

  private static void requireUnused(Path staging) {
    Path file = staging.resolve(LOCK);
    if (Files.notExists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw new StoreException(
            staging.getParent()
                + ": another process is creating a database here; wait until it ends");
      }
    } catch (IOException e) {
      throw new StoreException(file + ": cannot be opened (" + IoErrors.describe(e) + ")", e);
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      PathUtils.delete(folder);
    } catch (IOException e) {
      throw new StoreException(folder + ": cannot be removed (" + IoErrors.describe(e) + ")", e);
    }
  }
}
