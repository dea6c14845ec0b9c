/**
 * The read model: what users ask of a database, independent of HTTP.
 *
 * <p>{@link org.newsgraph.query.SparqlRunner} runs the program's own queries within {@link
 * org.newsgraph.query.QueryLimits}; {@link org.newsgraph.query.TextQuery} writes searches of the
 * text index; {@link org.newsgraph.query.BackgroundCache} holds results that need a scan of the
 * database. Conditions that cannot be read end in an {@link
 * org.newsgraph.query.InvalidSearchException}. The package uses {@code store} and {@code graph}.
 */
package org.newsgraph.query;
