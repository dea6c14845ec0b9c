/**
 * Article graphs are kept on disk, in TDB2.
 *
 * <p>A database is a folder: TDB2's files and {@code newsgraph.properties}, which holds the base of
 * its IRIs. Every article is one named graph and is put or taken out in one transaction, so that
 * whatever happens, whole articles remain. Queries see the union of all graphs as the default
 * graph. One process at a time has a database open.
 *
 * <p>Beside the database lies {@code corrections.csv} ({@link
 * org.newsgraph.store.CorrectionsFile}), which people may edit; {@link
 * org.newsgraph.store.AffectedArticles} tells which articles do not follow it yet.
 *
 * <p>The text index lies in the folder's {@code text}; {@link
 * org.newsgraph.store.TransactionalTextIndex} tells how it stays right. {@link
 * org.newsgraph.store.Backup} is a database in one file.
 *
 * <p>The package uses {@code graph} for terms and IRIs. Begin reading with {@link
 * org.newsgraph.store.NewsStore}; what can go wrong arrives as a {@link
 * org.newsgraph.store.StoreException}, whose message is a sentence for a person.
 */
package org.newsgraph.store;
