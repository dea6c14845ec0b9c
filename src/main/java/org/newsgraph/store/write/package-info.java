/**
 * The write path of a build: batches, write-ahead log, checkpoint and compaction.
 *
 * <pre>
 *   added ── commit of the batch ──▶ logged (durable, invisible) ── checkpoint ──▶ visible
 *     └───────────── small build: one transaction per batch ─────────────────────────▲
 * </pre>
 *
 * <ul>
 *   <li>{@link org.newsgraph.store.write.BatchWriter} groups articles into batches, one per second
 *       or per twentieth of the time elapsed.
 *   <li>{@link org.newsgraph.store.write.WriteAheadLog} appends the graphs of a batch to a file and
 *       forces them to disk. The log of an interrupted build is replayed when the database is next
 *       opened for writing.
 *   <li>{@link org.newsgraph.store.write.LogCheckpoint} moves the logged graphs into TDB2, by
 *       transactions or, if they are many, by rebuilding the indexes ({@code store.bulk}).
 *   <li>{@link org.newsgraph.store.write.CompactionPolicy} decides when to reclaim disk space.
 * </ul>
 *
 * <p>{@code docs/decisions/0008} has the figures. Uses {@code store}, {@code store.text} and {@code
 * store.bulk}. Begin with {@link org.newsgraph.store.write.BatchWriter}.
 */
package org.newsgraph.store.write;
