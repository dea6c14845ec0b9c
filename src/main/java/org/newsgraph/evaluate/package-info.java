/**
 * Evaluation: compares extractions with gold data, which are articles that people annotated.
 *
 * <p>{@link org.newsgraph.evaluate.GoldReader} reads the gold data; {@link
 * org.newsgraph.evaluate.Scores} compares them with extractions and prints a table of precision,
 * recall and F1. There is one scorer per question: {@link org.newsgraph.evaluate.EntityScorer} for
 * names, {@link org.newsgraph.evaluate.IdentityScorer} for the grouping of mentions, {@link
 * org.newsgraph.evaluate.LinkScorer} for links and {@link org.newsgraph.evaluate.StatementScorer}
 * for statements and their speakers.
 *
 * <p>Uses {@code article}, {@code extract} and {@code link}. Begin with {@link
 * org.newsgraph.evaluate.Scores}.
 */
package org.newsgraph.evaluate;
