/**
 * The database: article graphs on disk, in TDB2.
 *
 * <p>Concepts:
 *
 * <ul>
 *   <li>A database is a folder ({@link org.newsgraph.store.DatabaseFolder}) with TDB2's files, the
 *       text index, {@code corrections.csv} and {@code newsgraph.properties}, which holds the base
 *       of its IRIs. One process at a time has it open.
 *   <li>Each article is one named graph and is written or deleted in one transaction. Queries see
 *       the union of all graphs as the default graph.
 *   <li>A long build writes through a write-ahead log: an article is durable once logged and
 *       visible once its log entry is checkpointed ({@code write}).
 *   <li>A {@link org.newsgraph.store.StagedDatabase} is a new database that is built beside the old
 *       one and replaces it in one step.
 * </ul>
 *
 * <p>{@code text} is the full-text index, {@code write} the write-ahead log and compaction, {@code
 * dump} backup, restore and bulk import, {@code correction} the file of corrections, {@code bulk}
 * the bulk loader, {@code tdb} patches of TDB2.
 *
 * <p>Uses {@code graph}. Begin with {@link org.newsgraph.store.NewsStore}. Every failure is a
 * {@link org.newsgraph.store.StoreException} whose message is written for users.
 */
package org.newsgraph.store;
