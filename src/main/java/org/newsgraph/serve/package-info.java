/**
 * A database answers over HTTP.
 *
 * <p>{@link org.newsgraph.serve.NewsServer} listens; what answers from one database is put together
 * in {@code ServedDatabase}: Fuseki answers SPARQL, a table of routes answers the rest, and every
 * request passes {@code guard} first. {@code ReplicaWatcher} puts another one in its place. What is
 * answered lives in a package each: {@code sparql}, {@code linked} (every IRI opens), {@code
 * explore} (pages for people, made of {@code page}), {@code api} (JSON), {@code reconcile}
 * (OpenRefine), {@code notify} (feeds, webhooks), {@code assist} (MCP); what all answers are made
 * of in {@code http}. The package uses {@code store} and {@code graph}.
 */
package org.newsgraph.serve;
