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
 * Puts our parts into an open database of TDB2. There is no other way in than its private fields;
 * what it does with them is all in their interfaces, and what is on disk stays the same.
 */
public final class Tdb2Patches {
  private Tdb2Patches() {}

  /**
   * Does it, for as long as the database is open; once more changes nothing.
   *
   * @param dataset TDB2's, with no transaction going on
   * @throws LinkageError where TDB2 is another version than we know; no database is to blame
   */
  public static void of(DatasetGraph dataset) {
    QuadTable quads = TDBInternal.getDatasetGraphTDB(dataset).getQuadTable();
    NodeTable terms = quads.getNodeTupleTable().getNodeTable();
    while (terms.wrapped() != null) {
      terms = terms.wrapped();
    }
    if (terms instanceof NodeTableTRDF table && table.getData() instanceof TransBinaryDataFile of) {
      replace(
          of, TransBinaryDataFile.class, "binFile", BinaryDataFile.class, BufferedNodeFile::before);
    }
    replace(quads, TableBase.class, "table", NodeTupleTable.class, DistinctUnionTable::wrap);
  }

  private static <T> void replace(
      Object of, Class<?> owner, String name, Class<T> type, Function<T, T> by) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      field.set(of, by.apply(type.cast(field.get(of))));
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new LinkageError("this version of TDB2 is not known", e);
    }
  }
}
