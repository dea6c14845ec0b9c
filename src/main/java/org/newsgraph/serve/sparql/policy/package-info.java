/**
 * The policy for SPARQL of clients: the functions, services and sizes that are allowed.
 *
 * <p>There are two lines of defence. Before a query runs, {@link
 * org.newsgraph.serve.sparql.policy.TokenLimits} measures its text, before Jena's recursive parser
 * sees it, and {@link org.newsgraph.serve.sparql.policy.PolicyVisitor} walks over the parsed query
 * or update and refuses everything that is not allowed, wherever it stands, with a reason. While a
 * query runs, the registries of {@link org.newsgraph.serve.sparql.policy.FunctionLibrary} and
 * {@link org.newsgraph.serve.sparql.policy.ServiceList} know nothing else, so that a name that is
 * computed at run time leads nowhere.
 *
 * <p>The <em>function library</em> is the list of allowed functions in the resource {@code
 * functions.txt}. Begin reading at {@link org.newsgraph.serve.sparql.SparqlPolicy}, which combines
 * the parts.
 */
package org.newsgraph.serve.sparql.policy;
