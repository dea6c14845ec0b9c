/**
 * Whole databases in and out: backup, restore and the import of dumps.
 *
 * <p>A {@link org.newsgraph.store.dump.Backup} is one ZIP file with everything that a database
 * holds. A {@link org.newsgraph.store.dump.Dump} is N-Quads or TriG as {@code export} and {@code
 * cluster} write it. Both send their quads to a {@link org.newsgraph.store.dump.QuadSink}: a {@link
 * org.newsgraph.store.dump.TransactionalLoader} for an existing database, a {@link
 * org.newsgraph.store.dump.BulkLoader} for a new one.
 *
 * <p>Uses {@code store}, {@code store.bulk} and {@code store.correction}. Begin with {@link
 * org.newsgraph.store.dump.Dump}.
 */
package org.newsgraph.store.dump;
