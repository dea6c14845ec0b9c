package org.newsgraph.serve.api;

/**
 * The operations of editors, which need more than the database: extraction and corrections.
 *
 * @param intake adds articles
 * @param corrector corrects entities
 */
public record Editing(ArticleIntake intake, Corrector corrector) {}
