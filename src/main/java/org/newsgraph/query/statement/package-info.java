/**
 * The search for statements, and for reports of speech acts.
 *
 * <ul>
 *   <li>A {@link org.newsgraph.query.statement.StatementFilter} holds the conditions: words,
 *       speaker, role, topic, source, dates, kind, status, cue. Pages, the API, feeds, webhooks and
 *       assistants all read it from their parameters.
 *   <li>{@link org.newsgraph.query.statement.StatementSearch} finds the statements that match. A
 *       {@code ResolvedFilter} is the filter after its names and words have been looked up. The
 *       {@code AccessPath} is the condition by whose index candidates are found; {@code
 *       CandidateScan} finds them by date, and {@code StatementQuery} tests the other conditions.
 *       {@code SearchCosts} explains how the work is bounded.
 *   <li>{@link org.newsgraph.query.statement.ArticlesByDate} and {@link
 *       org.newsgraph.query.statement.RoleIndex} are indexes in memory that TDB2 does not have.
 *   <li>A {@link org.newsgraph.query.statement.StatementView} is a statement to show. HTML, JSON,
 *       Atom and CSV are renderers of it, in {@code serve}.
 * </ul>
 *
 * <p>Uses {@code query} and {@code query.entity}. Begin with {@code StatementSearch.find}.
 */
package org.newsgraph.query.statement;
