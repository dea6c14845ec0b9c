package org.newsgraph.store.tdb;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces parts of an open TDB2 database with faster ones. TDB2 offers no other access to them
 * than its private fields. The replacements implement the same interfaces, and the files on disk
 * keep their format.
 *
 * <p>Databases also work without the patches, but slowly. The system property {@code
 * newsgraph.tdb2.patches=off} leaves them out; they are left out with a warning if a version of
 * TDB2 has other fields.
 */
public final class Tdb2Patches {
  /** System property that leaves out the patches if its value is {@code off}. */
  static final String PROPERTY = "newsgraph.tdb2.patches";

  private static final Logger LOG = LoggerFactory.getLogger(Tdb2Patches.class);

  /** Fields that were reported as not replaceable. */
  private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

  private Tdb2Patches() {}

  /**
   * Installs the patches in an open database until it is closed. Idempotent.
   *
   * @param dataset dataset of TDB2 without an active transaction
   */
  public static void install(DatasetGraph dataset) {
    if ("off".equals(System.getProperty(PROPERTY))) {
      return;
    }
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

  /**
   * Replaces the value of a private field, or leaves it and logs a warning, once per field, if
   * there is no such field or it is not accessible.
   *
   * @param target object whose field is set
   * @param owner class that declares the field
   */
  static <T> void replace(
      Object target, Class<?> owner, String name, Class<T> type, Function<T, T> replacement) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      field.set(target, replacement.apply(type.cast(field.get(target))));
    } catch (ReflectiveOperationException
        | InaccessibleObjectException
        | ClassCastException
        | LinkageError e) {
      if (REPORTED.add(owner.getName() + "." + name)) {
        LOG.warn(
            "this version of Apache Jena is not known: databases work, but queries and builds are"
                + " slow; use the version that Newsgraph was released with ({})",
            e.toString());
      }
    }
  }
}
