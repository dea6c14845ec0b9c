/**
 * A database answers over HTTP.
 *
 * <p>Fuseki, embedded, answers SPARQL at {@code /news/sparql}: questions only, nothing can be
 * changed through it, and no query can make it call another server. {@code GET /} is a page for
 * people. The package uses {@code store} and {@code graph}. Begin reading with {@link
 * org.newsgraph.serve.NewsServer}.
 */
package org.newsgraph.serve;
