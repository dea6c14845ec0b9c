/**
 * A small JSON API for users who do not write SPARQL, described by OpenAPI at {@code /api}.
 *
 * <p>{@link org.newsgraph.serve.api.Api} holds its handlers; {@link
 * org.newsgraph.serve.api.StatementJson} renders the statements that {@code query.statement} finds.
 * Each response includes the SPARQL query behind it.
 */
package org.newsgraph.serve.api;
