/**
 * A small API in JSON for those who do not write SPARQL, described by OpenAPI at {@code /api}.
 *
 * <p>{@link org.newsgraph.serve.api.Api} holds its handlers; {@link
 * org.newsgraph.serve.api.StatementSearch} finds statements for them, for feeds and for assistants;
 * {@link org.newsgraph.serve.api.EntityLookup} and {@link org.newsgraph.serve.api.EntitySearch}
 * find who or what is meant by a name. Each answer holds the SPARQL behind it.
 */
package org.newsgraph.serve.api;
