/**
 * SPARQL over HTTP: Fuseki does the work, and this package keeps it within bounds.
 *
 * <p>{@link org.newsgraph.serve.sparql.SparqlPolicy} says what a query or an update may not do;
 * {@link org.newsgraph.serve.sparql.SparqlService} puts Fuseki's operations together with it;
 * {@link org.newsgraph.serve.sparql.DatasetDescriptions} tell programs what can be asked, and how
 * much is there.
 */
package org.newsgraph.serve.sparql;
