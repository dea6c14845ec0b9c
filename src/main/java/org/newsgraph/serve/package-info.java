/**
 * An HTTP server for a database.
 *
 * <p>{@link org.newsgraph.serve.NewsServer} listens. {@code ServedDatabase} assembles everything
 * that serves one database: Fuseki answers SPARQL, a table of routes answers all other requests,
 * and every request passes the handlers of {@code transport} and the filters of {@code security}
 * first. {@code ReplicaWatcher} replaces the served database by a newer copy. Each kind of response
 * has a package: {@code sparql}, {@code linkeddata} (every IRI can be opened), {@code explorer}
 * (web pages, built with {@code page}), {@code api} (JSON), {@code reconcile} (OpenRefine), {@code
 * notify} (feeds and webhooks) and {@code mcp} (AI assistants); {@code http} has the types that all
 * of them share. The package uses {@code store} and {@code graph}.
 */
package org.newsgraph.serve;
