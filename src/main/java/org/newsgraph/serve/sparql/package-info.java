/**
 * SPARQL over HTTP by Fuseki, with restrictions for public servers.
 *
 * <p>{@link org.newsgraph.serve.sparql.SparqlPolicy} restricts queries and updates; {@link
 * org.newsgraph.serve.sparql.SparqlService} combines it with Fuseki's operations; {@link
 * org.newsgraph.serve.sparql.DatasetDescriptions} describes the endpoint and the dataset to
 * programs. The package {@code budget} limits the time and memory of all of them.
 */
package org.newsgraph.serve.sparql;
