/**
 * The function of each paragraph of a text: headline, byline, dateline, body, boilerplate.
 *
 * <p>{@code Paragraphs} divides a text at blank lines or, in wrapped text, at line ends that end a
 * sentence. {@link org.newsgraph.article.layout.LayoutFinder} then classifies the paragraphs:
 * {@link org.newsgraph.article.layout.ArticleHeader} is the block before the body, {@code
 * Boilerplate} is text of the publisher ("Sign up for our newsletter"), and {@code PullQuotes} are
 * sentences that the page repeats in large type. Only the body is searched for statements.
 *
 * <p>Uses {@code article}. Begin with {@link org.newsgraph.article.layout.LayoutFinder}. The word
 * lists are resources of this package.
 */
package org.newsgraph.article.layout;
