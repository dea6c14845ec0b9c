/**
 * The bulk loader: fills a new TDB2 database much faster than transactions do.
 *
 * <p>Rows of node ids are sorted outside of the database (external sort), and each index, a B+
 * tree, is written from its first block to its last. {@link org.newsgraph.store.bulk.BulkLoad}
 * loads quads into a new database; {@link org.newsgraph.store.bulk.BulkCompaction} copies a
 * database into a compact one and can add graphs on the way, which is how a write-ahead log is
 * checkpointed.
 *
 * <p>A compaction while the database is in use:
 *
 * <pre>
 *   writers   ──▶ wait ───────────────────────────────────▶ new generation
 *   copy          Data-0002-tmp ── rename ──▶ Data-0002 ── switch
 *   readers   ──▶ old generation to the end of their transactions ──▶ Data-0001 is deleted
 * </pre>
 *
 * The last generation is chosen at the start. A crash before the renaming therefore leaves the old
 * database, and a crash after it the new one, with the same contents; {@link
 * org.newsgraph.store.bulk.CompactableDataset} keeps each reader in its generation.
 *
 * <p>Begin with {@link org.newsgraph.store.bulk.BulkLoad}.
 */
package org.newsgraph.store.bulk;
