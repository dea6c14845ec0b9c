/**
 * The corrections of a database: {@code corrections.csv}, which people may edit.
 *
 * <p>{@link org.newsgraph.store.correction.CorrectionsFile} reads and writes the file, {@link
 * org.newsgraph.store.correction.AppliedCorrections} records which corrections the stored graphs
 * reflect, and {@link org.newsgraph.store.correction.AffectedArticles} finds the articles that must
 * be reprocessed. The corrections themselves are in {@code graph.correction}.
 *
 * <p>Uses {@code store}, {@code store.write} and {@code graph}. Begin with {@link
 * org.newsgraph.store.correction.CorrectionsFile}.
 */
package org.newsgraph.store.correction;
