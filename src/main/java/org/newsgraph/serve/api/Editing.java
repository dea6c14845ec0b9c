package org.newsgraph.serve.api;

/**
 * What takes the whole program to do, for a server whose editors may change something.
 *
 * @param intake what becomes of an article that an editor sends
 * @param corrector what becomes of what an editor says of who is whom
 */
public record Editing(ArticleIntake intake, Corrector corrector) {}
