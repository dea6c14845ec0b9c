/**
 * The bulk loader: fills a new TDB2 database much faster than transactions do.
 *
 * <p>Rows of node ids are sorted outside of the database (external sort), and each index, a B+
 * tree, is written from its first block to its last. {@link org.newsgraph.store.bulk.BulkLoad}
 * loads quads into a new database; {@link org.newsgraph.store.bulk.BulkCompaction} copies a
 * database into a compact one and can add graphs on the way, which is how a write-ahead log is
 * checkpointed.
 *
 * <p>Begin with {@link org.newsgraph.store.bulk.BulkLoad}.
 */
package org.newsgraph.store.bulk;
