/**
 * The explorer's pages: look at the news, not at triples.
 *
 * <p>Each page is a {@link org.newsgraph.serve.http.RouteHandler} of its own, whose class ends in
 * {@code Page}; {@link org.newsgraph.serve.explore.Explorer} holds what they share. Statements are
 * found by {@code StatementLists}, which takes articles in the order of the {@link
 * org.newsgraph.serve.explore.ArticlesByDate} and stops when a page is full, and look everywhere as
 * {@code StatementHtml} makes them look. Begin reading there.
 */
package org.newsgraph.serve.explore;
