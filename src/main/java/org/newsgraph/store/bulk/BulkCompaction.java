package org.newsgraph.store.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.base.Sys;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.DatasetGraphSwitchable;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.StoreConnection;
import org.newsgraph.io.AtomicFiles;
import org.newsgraph.store.tdb.Tdb2Patches;

/**
 * Compacts a database as {@link DatabaseMgr#compact} does, but with {@link BulkLoad}. This takes
 * less than half the time and space, and keeps the database's set of indexes, whereas TDB2 adds the
 * indexes that were left out when the database was created.
 *
 * <p>Readers continue meanwhile; writers wait. If compaction fails, the database is unchanged.
 */
public final class BulkCompaction {
  private static final Pattern GENERATIONS = Pattern.compile("Data-(\\d+)");

  /**
   * Quads to add to the compacted database.
   *
   * @param excludedGraphs graphs of the old database that are left out
   * @param quads passes all new quads to a consumer
   */
  public record Addition(Set<Node> excludedGraphs, Consumer<Consumer<Quad>> quads) {
    private static final Addition NOTHING = new Addition(Set.of(), to -> {});
  }

  private BulkCompaction() {}

  /** Tests whether additions are supported. They are not on Windows. */
  public static boolean supportsAdditions() {
    return !Sys.isWindows;
  }

  /**
   * Compacts a database.
   *
   * @param dataset a {@link CompactableDataset}, outside of a transaction
   * @param room called with the number of bytes needed next; throws if the disk is nearly full
   */
  public static void compact(DatasetGraph dataset, LongConsumer room) {
    if (!supportsAdditions()) {
      // Windows cannot move a folder with memory-mapped files.
      DatabaseMgr.compact(((CompactableDataset) dataset).container(), true);
      return;
    }
    compact(dataset, room, Addition.NOTHING);
  }

  /**
   * Compacts a database and adds quads to it. For many quads this takes a tenth of the time of
   * transactions. If it fails, the database is unchanged.
   *
   * @throws UnsupportedOperationException if {@link #supportsAdditions} is false
   */
  public static void compact(DatasetGraph dataset, LongConsumer room, Addition more) {
    if (!supportsAdditions()) {
      throw new UnsupportedOperationException();
    }
    CompactableDataset database = (CompactableDataset) dataset;
    DatasetGraphSwitchable container = database.container();
    DatasetGraphTDB[] old = new DatasetGraphTDB[1];
    container.execReadOnlyDatabase(
        () -> {
          old[0] = (DatasetGraphTDB) container.get();
          switchToCopy(database, old[0], room, more);
        });
    // Waits for the readers of the old database.
    old[0].getTxnSystem().getTxnMgr().startExclusiveMode();
    StoreConnection.release(old[0].getLocation());
    deleteOlderGenerations(database);
  }

  /** Writes a compacted copy beside the old database, under its final name, and switches to it. */
  private static void switchToCopy(
      CompactableDataset database, DatasetGraphTDB old, LongConsumer room, Addition more) {
    Path folder = folder(old);
    Path copy = folder.resolveSibling(next(folder.getFileName().toString()));
    // TDB2 deletes folders with this suffix when it next opens the database.
    Path unfinished = folder.resolveSibling(copy.getFileName() + "-tmp");
    try {
      deleteIfExists(unfinished);
      Files.createDirectory(unfinished);
      fill(unfinished, old, room, more);
      force(unfinished);
      Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
      try {
        replace(database, old, connect(copy, old));
      } finally {
        if (database.container().get() == old) {
          // Otherwise the next start would choose it, without what is written until then.
          StoreConnection.internalExpel(Location.create(copy), true);
          Files.move(copy, unfinished, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deleteIfExists(unfinished);
    }
  }

  /** Forces the copy to disk, because the old database will be deleted. */
  private static void force(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        AtomicFiles.force(file);
      }
    }
  }

  private static Path folder(DatasetGraphTDB dataset) {
    return Path.of(dataset.getLocation().getDirectoryPath()).toAbsolutePath().normalize();
  }

  private static String next(String generation) {
    return "Data-%04d".formatted(number(generation) + 1);
  }

  private static int number(String generation) {
    Matcher number = GENERATIONS.matcher(generation);
    if (!number.matches()) {
      throw new IllegalStateException(generation + " is not the name of a TDB2 generation");
    }
    return Integer.parseInt(number.group(1));
  }

  private static void fill(Path folder, DatasetGraphTDB old, LongConsumer room, Addition more) {
    DatasetGraphTDB copy = connect(folder, old);
    try (BulkLoad load = new BulkLoad(copy, folder, room)) {
      Txn.executeRead(
          old,
          () ->
              old.stream(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                  .filter(quad -> !more.excludedGraphs().contains(quad.getGraph()))
                  .forEach(load::add));
      more.quads().accept(load::add);
      load.finish();
      Txn.exec(
          copy,
          TxnType.WRITE,
          () -> Txn.executeRead(old, () -> copy.prefixes().putAll(old.prefixes())));
    } finally {
      StoreConnection.internalExpel(copy.getLocation(), true);
    }
  }

  private static DatasetGraphTDB connect(Path folder, DatasetGraphTDB like) {
    DatasetGraphTDB dataset =
        StoreConnection.connectCreate(
                Location.create(folder), like.getStoreParams(), like.getReorderTransform())
            .getDatasetGraphTDB();
    Tdb2Patches.install(dataset);
    return dataset;
  }

  /** Switches the database to the copy: new transactions use it from now on. */
  private static void replace(
      CompactableDataset database, DatasetGraphTDB old, DatasetGraphTDB copy) {
    TransactionCoordinator before = old.getTxnSystem().getTxnMgr();
    TransactionCoordinator after = copy.getTxnSystem().getTxnMgr();
    after.execExclusive(
        () -> {
          after.takeOverFrom(before);
          after.modifyConfigDirect(() -> before.listExternals().forEach(after::addExternal));
          database.switchTo(copy);
        });
  }

  private static void deleteIfExists(Path folder) {
    if (Files.exists(folder)) {
      IO.deleteAll(folder);
    }
  }

  /**
   * Deletes the generations before the current one: the old database after a compaction, or what a
   * crash has left.
   */
  public static void deleteOlderGenerations(CompactableDataset database) {
    Path used = folder((DatasetGraphTDB) database.container().get());
    try (Stream<Path> generations = Files.list(used.getParent())) {
      generations
          .filter(it -> GENERATIONS.matcher(it.getFileName().toString()).matches())
          .filter(it -> number(it.getFileName().toString()) < number(used.getFileName().toString()))
          .forEach(IO::deleteAll);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
