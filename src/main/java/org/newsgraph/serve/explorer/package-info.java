/**
 * The explorer: the graph as web pages, for readers who do not write SPARQL.
 *
 * <p>Each page is a {@link org.newsgraph.serve.http.RouteHandler} whose class name ends in {@code
 * Page}; {@link org.newsgraph.serve.explorer.Explorer} holds what pages share. Concepts:
 *
 * <ul>
 *   <li>Statements come from {@link org.newsgraph.query.statement.StatementSearch}. {@code
 *       StatementHtml} renders them; every page shows statements in the same way.
 *   <li>{@code NetworkPage}, {@code MapPage}, {@code TimelinePage} and {@code QueryPage} draw in
 *       the browser; each has a JavaScript module among the assets of {@code serve.page} and a
 *       class that computes its data ({@code NetworkData}, {@code Timeline}).
 * </ul>
 *
 * <p>Uses {@code http}, {@code page}, {@code sparql}, {@code linkeddata} and {@code api} of {@code
 * serve}. Begin with {@code StatementsPage}.
 */
package org.newsgraph.serve.explorer;
