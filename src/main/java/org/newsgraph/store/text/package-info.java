/**
 * The full-text index: names and the words of statements, in Lucene through jena-text.
 *
 * <p>The index follows every transaction of the database. {@link
 * org.newsgraph.store.text.IndexingDataset} records the subjects that a transaction touches; an
 * {@link org.newsgraph.store.text.IndexUpdate} surrounds the commit. The <em>journal</em> ({@link
 * org.newsgraph.store.text.IndexJournal}) names the subjects about which the index on disk and the
 * database can differ:
 *
 * <pre>
 *  IndexingDataset        IndexUpdate               journal       TDB2        Lucene
 *        │ beginUpdate ───────▶│ lock                   │            │            │
 *        │                     │ subjects ─────────────▶│ on disk    │            │
 *        │ commit ────────────────────────────────────────────────▶ │ on disk    │
 *        │ commit(values) ────▶│ entries ────────────────────────────────────────▶ │ in memory
 *        │ close ─────────────▶│ unlock                 │            │            │
 *
 *   before a search, after 1,000 subjects, on close     │            │            │ on disk
 *                                                       │ deleted    │            │
 * </pre>
 *
 * <p>A crash between any two steps leaves a journal that names all subjects whose entries may be
 * outdated. When the index is next opened, the subjects in the journal are indexed again from the
 * database (<em>replay</em>). If a step fails without a crash, the journal is kept and replayed
 * before the next write transaction. A compaction that adds the write-ahead log replaces the
 * database without naming subjects: it marks the journal before ({@code invalidate}) and deletes
 * the index after; with the mark, the index is rebuilt on opening.
 *
 * <p>{@link org.newsgraph.store.text.WordScanner} finds the <em>words</em> of texts and of searches
 * alike. A text is indexed with several <em>terms</em> per word, at the same position ({@link
 * org.newsgraph.store.text.WordForms}); a query looks for one of them. {@link
 * org.newsgraph.store.text.SearchWord} gives the words of a search to callers.
 *
 * <p>Uses {@code store}. Begin with {@link org.newsgraph.store.text.TransactionalTextIndex}.
 */
package org.newsgraph.store.text;
