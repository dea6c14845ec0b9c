/**
 * The explorer: the graph as web pages, for readers who do not write SPARQL.
 *
 * <p>Each page is a {@link org.newsgraph.serve.http.RouteHandler} whose class name ends in {@code
 * Page}; {@link org.newsgraph.serve.explorer.Explorer} holds what pages share. Concepts:
 *
 * <ul>
 *   <li>A {@code StatementFilter} is the set of conditions in the address of a page: words,
 *       speaker, topic, role, dates. {@code StatementQuery} runs it: it visits articles newest
 *       first ({@link org.newsgraph.serve.explorer.ArticlesByDate}) and stops when the page is
 *       full.
 *   <li>A {@code StatementView} is one statement to show, {@code StatementHtml} its HTML. Every
 *       page shows statements in the same way.
 *   <li>{@code NetworkPage}, {@code MapPage}, {@code TimelinePage} and {@code QueryPage} draw in
 *       the browser; each has a JavaScript module among the assets of {@code serve.page} and a
 *       class that computes its data ({@code NetworkData}, {@code Timeline}).
 * </ul>
 *
 * <p>Uses {@code http}, {@code page}, {@code sparql}, {@code linkeddata} and {@code api} of {@code
 * serve}. Begin with {@code StatementsPage}.
 */
package org.newsgraph.serve.explorer;
