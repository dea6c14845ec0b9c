/**
 * Whole databases in and out: backup, restore and the import of dumps.
 *
 * <p>A {@link org.newsgraph.store.dump.Backup} is one ZIP file with everything that a database
 * holds. A {@link org.newsgraph.store.dump.Dump} is N-Quads or TriG as {@code export} and {@code
 * cluster} write it. {@link org.newsgraph.store.dump.Loading} loads quads into an open database by
 * transactions or, if there is none yet, into a new one by the bulk loader.
 *
 * <p>Uses {@code store}, {@code store.bulk} and {@code store.correction}. Begin with {@link
 * org.newsgraph.store.dump.Dump}.
 */
package org.newsgraph.store.dump;
