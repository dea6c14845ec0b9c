package org.newsgraph.store;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.newsgraph.graph.News;
import org.newsgraph.store.bulk.CompactableDataset;
import org.newsgraph.store.tdb.Tdb2Patches;

/**
 * Registry of the TDB2 databases that this process has open, each at most once. TDB2's own lock
 * excludes other processes.
 */
final class OpenDatabases {
  /**
   * Number of cached nodes, from 100,000 to 750,000 (TDB2's default size) in proportion to the
   * maximum heap size.
   */
  private static final int CACHED_NODES =
      (int) Math.min(Math.max(Runtime.getRuntime().maxMemory() >> 12, 100_000), 750_000);

  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  /**
   * Quad indexes of a new database. TDB2's default has two more, for lookups by property or value
   * inside one graph; an article's graph is small enough to be scanned.
   */
  private static final StoreParams INDEXES =
      StoreParams.builder("newsgraph")
          .quadIndexes(new String[] {"GSPO", "SPOG", "POSG", "OSPG"})
          .node2NodeIdCacheSize(CACHED_NODES)
          .nodeId2NodeCacheSize(CACHED_NODES)
          .build();

  private static final Pattern HOLDER = Pattern.compile("process (\\d+)");

  private OpenDatabases() {}

  /**
   * Opens the database in a folder. In queries its default graph is the union of all graphs.
   *
   * @throws StoreException if it is already open or cannot be opened; the message has the reason
   */
  static CompactableDataset open(DatabaseFolder place) {
    Path folder = place.absolute();
    if (!OPEN.add(folder)) {
      throw new StoreException(place.path() + ": the database is already open in this process");
    }
    DatasetGraph dataset = null;
    try {
      dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder.toString()), INDEXES);
      Tdb2Patches.install(dataset);
      dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
      probe(dataset);
      return new CompactableDataset(TDBInternal.getDatabaseContainer(dataset));
    } catch (DBOpEnvException e) {
      release(folder, dataset);
      Matcher holder = HOLDER.matcher(String.valueOf(e.getMessage()));
      throw dataset == null && holder.find()
          ? new StoreException(inUse(place.path(), holder.group(1)), e)
          : OpenFailure.exception(place.path(), e);
    } catch (RuntimeException e) {
      release(folder, dataset);
      throw OpenFailure.exception(place.path(), e);
    }
  }

  /** Runs one lookup: a damaged database often opens without error, and fails at the first read. */
  private static void probe(DatasetGraph dataset) {
    Txn.calculateRead(
        dataset, () -> dataset.find(Node.ANY, Node.ANY, News.digest, Node.ANY).hasNext());
  }

  private static void release(Path folder, DatasetGraph opened) {
    OPEN.remove(folder);
    if (opened != null) {
      TDBInternal.expel(opened, true);
    }
  }

  private static String inUse(Path folder, String process) {
    return folder
        + ": another process (pid "
        + process
        + ") has this database open; stop it first, or, if it is \"newsgraph serve\", send requests"
        + " to it over HTTP";
  }

  /**
   * Closes a database and releases its lock.
   *
   * @param folder absolute path of its folder
   */
  static void close(Path folder, CompactableDataset dataset) {
    try {
      TDBInternal.expel(dataset.container(), true);
    } catch (JenaException e) {
      throw OpenFailure.exception(folder, e);
    } finally {
      OPEN.remove(folder);
    }
  }
}
