/**
 * Evaluation: compares extractions with articles that people annotated (gold data).
 *
 * <p>{@link org.newsgraph.evaluate.GoldReader} reads the annotated articles; {@link
 * org.newsgraph.evaluate.Scores} compares them with what was extracted and prints a table. One
 * scorer a question: are the names found ({@link org.newsgraph.evaluate.EntityScorer}) and linked
 * ({@link org.newsgraph.evaluate.LinkScorer}), is it known who is who ({@link
 * org.newsgraph.evaluate.IdentityScorer}), and who said what ({@link
 * org.newsgraph.evaluate.StatementScorer}).
 *
 * <p>May use {@code article}, {@code extract} and {@code link}. Begin with {@link
 * org.newsgraph.evaluate.Scores}.
 */
package org.newsgraph.evaluate;
