package org.newsgraph.store.tdb;

import java.lang.reflect.Field;
import java.util.function.Function;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.dboe.trans.data.TransBinaryDataFile;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.QuadTable;
import org.apache.jena.tdb2.store.TableBase;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Replaces parts of an open TDB2 database with faster ones. TDB2 offers no other access to them
 * than its private fields. The replacements implement the same interfaces, and the files on disk
 * keep their format.
 */
public final class Tdb2Patches {
  private Tdb2Patches() {}

  /**
   * Installs the patches in an open database until it is closed. Idempotent.
   *
   * @param dataset dataset of TDB2 without an active transaction
   * @throws LinkageError if the version of TDB2 is not supported, whatever the database
   */
  public static void install(DatasetGraph dataset) {
    QuadTable quads = TDBInternal.getDatasetGraphTDB(dataset).getQuadTable();
    NodeTable terms = quads.getNodeTupleTable().getNodeTable();
    while (terms.wrapped() != null) {
      terms = terms.wrapped();
    }
    if (terms instanceof NodeTableTRDF table
        && table.getData() instanceof TransBinaryDataFile file) {
      replace(
          file, TransBinaryDataFile.class, "binFile", BinaryDataFile.class, BufferedNodeFile::wrap);
    }
    replace(quads, TableBase.class, "table", NodeTupleTable.class, DistinctUnionTable::wrap);
  }

  private static <T> void replace(
      Object target, Class<?> owner, String name, Class<T> type, Function<T, T> replacement) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      field.set(target, replacement.apply(type.cast(field.get(target))));
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new LinkageError("this version of TDB2 is not supported", e);
    }
  }
}
