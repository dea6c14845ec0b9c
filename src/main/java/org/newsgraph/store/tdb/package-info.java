/**
 * Patches of TDB2 for databases of many articles. Two of its parts are wrapped in the open
 * database; the files on disk keep their format:
 *
 * <pre>
 *   DatasetGraphTDB
 *     └─ QuadTable                     one named graph per article
 *          └─ TableBase.table ──▶ DistinctUnionTable ──▶ NodeTupleTable
 *               ├─ TupleIndex…         GSPO, SPOG, POSG, OSPG: B+ trees of node ids
 *               └─ NodeTable           node id ◀─▶ term
 *                    └─ NodeTableTRDF
 *                         └─ TransBinaryDataFile.binFile ──▶ BufferedNodeFile ──▶ nodes-data.obj
 * </pre>
 *
 * <ul>
 *   <li>{@link org.newsgraph.store.tdb.DistinctUnionTable} returns each triple of the union of all
 *       graphs once. TDB2 reads it in every graph that contains it, and drops the duplicates.
 *   <li>{@link org.newsgraph.store.tdb.BufferedNodeFile} reads and writes the terms in blocks. TDB2
 *       makes ten or more system calls per term. It also works around a fault of TDB2: after a
 *       large transaction is aborted, its file class writes new terms at the wrong position.
 * </ul>
 *
 * <p>Decision 9 (docs/decisions) has the measurements. The fields are private, so that another
 * version of TDB2 may not have them; the patches are then left out with a warning, as with {@code
 * -Dnewsgraph.tdb2.patches=off}, and databases are slow but usable.
 *
 * <p>Uses no other package. Begin with {@link org.newsgraph.store.tdb.Tdb2Patches}.
 */
package org.newsgraph.store.tdb;
