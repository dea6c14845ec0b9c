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
import org.apache.jena.tdb2.sys.TDBInternal;
import org.newsgraph.store.tdb.Tdb2Patches;

/**
 * Compacts a database as {@link DatabaseMgr#compact} does, with {@link BulkLoad}, so that it takes
 * less than half the time and room, and keeps to the indexes that the database has: TDB2's own way
 * adds those that were left out when it was made.
 *
 * <p>Who reads goes on reading; who wants to write waits. Broken off, the database is as before.
 */
public final class BulkCompaction {
  private static final Pattern GENERATIONS = Pattern.compile("Data-(\\d+)");

  /**
   * What else goes into the copy.
   *
   * @param instead graphs of the database that are left out
   * @param quads hands all new quads to whoever takes them
   */
  public record Addition(Set<Node> instead, Consumer<Consumer<Quad>> quads) {
    private static final Addition NOTHING = new Addition(Set.of(), to -> {});
  }

  private BulkCompaction() {}

  /** Whether there can be an addition: not on Windows. */
  public static boolean canAdd() {
    return !Sys.isWindows;
  }

  /**
   * Compacts it.
   *
   * @param dataset TDB2's, outside of a transaction
   * @param room told how many bytes are needed next; throws where the disk has no room for them
   */
  public static void repack(DatasetGraph dataset, LongConsumer room) {
    if (!canAdd()) {
      // A folder with files that are mapped into memory cannot be moved there.
      DatabaseMgr.compact(dataset, true);
      return;
    }
    repack(dataset, room, Addition.NOTHING);
  }

  /**
   * The same, and brings more into it by the way: many quads at once cost a tenth of what they cost
   * in transactions. Broken off, nothing has come into it.
   *
   * @throws UnsupportedOperationException where that is not possible
   */
  public static void repack(DatasetGraph dataset, LongConsumer room, Addition more) {
    if (!canAdd()) {
      throw new UnsupportedOperationException();
    }
    DatasetGraphSwitchable container = TDBInternal.getDatabaseContainer(dataset);
    DatasetGraphTDB[] old = new DatasetGraphTDB[1];
    container.execReadOnlyDatabase(
        () -> {
          old[0] = (DatasetGraphTDB) container.get();
          replace(container, old[0], packed(old[0], room, more));
        });
    // Waits for those who still read the old one.
    old[0].getTxnSystem().getTxnMgr().startExclusiveMode();
    StoreConnection.release(old[0].getLocation());
    deleteOthers(folder((DatasetGraphTDB) container.get()));
  }

  /** A packed copy beside it, under its final name. */
  private static DatasetGraphTDB packed(DatasetGraphTDB old, LongConsumer room, Addition more) {
    Path folder = folder(old);
    Path copy = folder.resolveSibling(next(folder.getFileName().toString()));
    // What begins so TDB2 throws away when it opens the database next.
    Path unfinished = folder.resolveSibling(copy.getFileName() + "-tmp");
    try {
      deleteIfThere(unfinished);
      Files.createDirectory(unfinished);
      fill(unfinished, old, room, more);
      Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
      return connect(copy, old);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deleteIfThere(unfinished);
    }
  }

  private static Path folder(DatasetGraphTDB dataset) {
    return Path.of(dataset.getLocation().getDirectoryPath()).toAbsolutePath().normalize();
  }

  private static String next(String generation) {
    Matcher number = GENERATIONS.matcher(generation);
    if (!number.matches()) {
      throw new IllegalStateException(generation + " is no name of TDB2's");
    }
    return "Data-%04d".formatted(Integer.parseInt(number.group(1)) + 1);
  }

  private static void fill(Path folder, DatasetGraphTDB old, LongConsumer room, Addition more) {
    DatasetGraphTDB copy = connect(folder, old);
    try (BulkLoad load = new BulkLoad(copy, folder, room)) {
      Txn.executeRead(
          old,
          () ->
              old.stream(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                  .filter(quad -> !more.instead().contains(quad.getGraph()))
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
    Tdb2Patches.of(dataset);
    return dataset;
  }

  /** Whoever begins a transaction from now on gets the copy. */
  private static void replace(
      DatasetGraphSwitchable container, DatasetGraphTDB old, DatasetGraphTDB copy) {
    TransactionCoordinator before = old.getTxnSystem().getTxnMgr();
    TransactionCoordinator after = copy.getTxnSystem().getTxnMgr();
    after.execExclusive(
        () -> {
          after.takeOverFrom(before);
          after.modifyConfigDirect(() -> before.listExternals().forEach(after::addExternal));
          container.set(copy);
        });
  }

  private static void deleteIfThere(Path folder) {
    if (Files.exists(folder)) {
      IO.deleteAll(folder);
    }
  }

  /** Takes away all but the one in use, also what a crash has left. */
  private static void deleteOthers(Path used) {
    try (Stream<Path> generations = Files.list(used.getParent())) {
      generations
          .filter(it -> GENERATIONS.matcher(it.getFileName().toString()).matches())
          .filter(it -> !it.getFileName().equals(used.getFileName()))
          .forEach(IO::deleteAll);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
