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
import org.newsgraph.store.tdb.Tdb2Patches;

/**
 * TDB2's databases that this process has open, each once; other processes its own lock keeps out.
 */
final class OpenDatabases {
  /** As many as TDB2 would, where a tenth of the memory holds them. */
  private static final int CACHED_NODES =
      (int) Math.min(Math.max(Runtime.getRuntime().maxMemory() >> 12, 100_000), 750_000);

  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  /**
   * For a new database. TDB2's own choice has two more, to search inside one graph by property or
   * by value; an article's graph is small enough to be read as a whole.
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
   * The database in a folder, whose default graph in queries is the union of all graphs.
   *
   * @throws StoreException where it is damaged, or open already
   */
  static DatasetGraph open(DatabaseFolder place) {
    Path folder = place.absolute();
    if (!OPEN.add(folder)) {
      throw new StoreException(place.path() + ": the database is already open in this process");
    }
    DatasetGraph dataset = null;
    try {
      dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder.toString()), INDEXES);
      Tdb2Patches.of(dataset);
      dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
      look(dataset);
      return dataset;
    } catch (DBOpEnvException e) {
      letGo(folder, dataset);
      throw dataset == null
          ? new StoreException(inUse(place.path(), String.valueOf(e.getMessage())), e)
          : damaged(place.path(), e);
    } catch (RuntimeException e) {
      letGo(folder, dataset);
      throw damaged(place.path(), e);
    }
  }

  /** A damaged database often opens well, and fails at the first look into it. */
  private static void look(DatasetGraph dataset) {
    Txn.calculateRead(
        dataset, () -> dataset.find(Node.ANY, Node.ANY, News.digest, Node.ANY).hasNext());
  }

  private static void letGo(Path folder, DatasetGraph opened) {
    OPEN.remove(folder);
    if (opened != null) {
      TDBInternal.expel(opened, true);
    }
  }

  private static String inUse(Path folder, String reason) {
    Matcher holder = HOLDER.matcher(reason);
    return folder
        + ": another process"
        + (holder.find() ? " (number " + holder.group(1) + ")" : "")
        + " has this database open; end it first, or ask \"newsgraph serve\", if that is it,"
        + " over HTTP";
  }

  /** What is said where TDB2 cannot read its own files. */
  static StoreException damaged(Path folder, RuntimeException cause) {
    return new StoreException(
        folder
            + ": this database is damaged ("
            + cause.getMessage()
            + "); put a backup in its place, or remove all of the folder but corrections.csv and build"
            + " it again",
        cause);
  }

  /**
   * Lets a database go, for other processes too.
   *
   * @param folder absolute
   */
  static void close(Path folder, DatasetGraph dataset) {
    try {
      TDBInternal.expel(dataset, true);
    } catch (JenaException e) {
      throw damaged(folder, e);
    } finally {
      OPEN.remove(folder);
    }
  }
}
