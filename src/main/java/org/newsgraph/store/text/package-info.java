/**
 * The full-text index: names and the words of statements, in Lucene through jena-text.
 *
 * <p>The index follows every transaction of the database. {@link
 * org.newsgraph.store.text.IndexingDataset} records the subjects that a transaction touches; {@link
 * org.newsgraph.store.text.TransactionalTextIndex} updates their entries around the commit:
 *
 * <pre>
 *   before the commit   the touched subjects go to the index journal
 *   after the commit    their index entries are rewritten, the journal is emptied
 *   on open             subjects left in the journal by a crash are indexed again
 * </pre>
 *
 * <p>Uses {@code store}. Begin with {@link org.newsgraph.store.text.TransactionalTextIndex}.
 */
package org.newsgraph.store.text;
