/**
 * The write path: transactions, write-ahead log, checkpoint and compaction.
 *
 * <p>An article of a build is in one of these states:
 *
 * <pre>
 *           batch complete          checkpoint           new version           compaction
 *   added ────────────────▶ logged ────────────▶ stored ─────────────▶ obsolete ───────────▶ gone
 *     │                                             ▲      or deletion
 *     └───── small build: one transaction ──────────┘
 *
 *   added     in memory; lost in a crash
 *   logged    durable, but not visible; replayed when the database is next opened for writing
 *   stored    durable and visible
 *   obsolete  not visible, but takes disk space
 * </pre>
 *
 * <ul>
 *   <li>{@link org.newsgraph.store.write.GraphWriter} writes and deletes graphs, and runs
 *       checkpoints and compactions.
 *   <li>{@link org.newsgraph.store.write.BatchWriter} groups the articles of a build into batches.
 *   <li>{@link org.newsgraph.store.write.WriteAheadLog} appends the graphs of a batch to a file and
 *       forces them to disk.
 *   <li>{@link org.newsgraph.store.write.LogCheckpoint} moves the logged graphs into TDB2, by
 *       transactions or, if they are many, by rebuilding the indexes ({@code store.bulk}).
 *   <li>{@link org.newsgraph.store.write.CompactionPolicy} compacts the database during a long run.
 *   <li>{@link org.newsgraph.store.write.WritePolicy} has all numbers.
 * </ul>
 *
 * <p>{@code docs/decisions/0008} has the figures. Uses {@code store}, {@code store.text} and {@code
 * store.bulk}. Begin with {@link org.newsgraph.store.write.GraphWriter}, for a build with {@link
 * org.newsgraph.store.write.BatchWriter}.
 */
package org.newsgraph.store.write;
