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
 * <p>{@link org.newsgraph.store.text.WordScanner} finds the <em>words</em> of texts and of searches
 * alike. A text is indexed with several <em>terms</em> per word, at the same position ({@link
 * org.newsgraph.store.text.WordForms}); a query looks for one of them. {@link
 * org.newsgraph.store.text.SearchWord} gives the words of a search to callers.
 *
 * <p>Uses {@code store}. Begin with {@link org.newsgraph.store.text.TransactionalTextIndex}.
 */
package org.newsgraph.store.text;
