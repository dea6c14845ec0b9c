/**
 * The function of each paragraph of a text: publisher, headline, byline, body, pull quote,
 * boilerplate.
 *
 * <p>{@code Paragraphs} divides a text at blank lines and at line ends, except at those that only
 * wrap a paragraph. {@link org.newsgraph.article.layout.LayoutFinder} then classifies the
 * paragraphs: {@link org.newsgraph.article.layout.ArticleHeader} is the block before the body,
 * {@code Boilerplate} is text of the publisher ("Sign up for our newsletter"), and {@code
 * PullQuotes} are sentences that the page repeats in large type. Only headline and body are
 * searched for statements.
 *
 * <p>Uses {@code article}. Begin with {@link org.newsgraph.article.layout.LayoutFinder}. The word
 * lists are resources of this package.
 */
package org.newsgraph.article.layout;
