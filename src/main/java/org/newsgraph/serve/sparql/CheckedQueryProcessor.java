package org.newsgraph.serve.sparql;

import java.time.Duration;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.RequestAttributes;
import org.newsgraph.serve.sparql.budget.BoundedQueries;
import org.newsgraph.serve.sparql.budget.QueryBudget;

/**
 * Fuseki's query processor, extended by the checks of {@link SparqlPolicy} and a {@link
 * QueryBudget} per request.
 */
final class CheckedQueryProcessor extends SPARQL_QueryDataset {
  private final SparqlPolicy check;
  private final Duration timeout;

  /**
   * @param timeout maximum duration of a query
   */
  CheckedQueryProcessor(SparqlPolicy check, Duration timeout) {
    this.check = check;
    this.timeout = timeout;
  }

  @Override
  protected void execute(String query, HttpAction action) {
    action.getRequest().setAttribute(RequestAttributes.SPARQL, query);
    try {
      String charset = action.getRequestCharacterEncoding();
      if (charset != null && !charset.equalsIgnoreCase("UTF-8")) {
        throw new HttpError(415, "unsupported charset; send queries in UTF-8");
      }
      check.checkText(query);
      BoundedQueries.checkText(query);
      QueryBudget.within(
          timeout,
          budget -> {
            action.getContext().set(ARQConstants.symCancelQuery, budget.cancelSignal());
            super.execute(query, action);
            return null;
          });
    } catch (HttpError e) {
      action.getRequest().setAttribute(RequestAttributes.REASON, e.getMessage());
      ServletOps.error(e.status(), e.getMessage());
    } catch (QueryBuildException e) {
      // Found only when the query runs, such as a property function without arguments.
      ServletOps.errorBadRequest(e.getMessage());
    } catch (StackOverflowError e) {
      action.getRequest().setAttribute(RequestAttributes.REASON, SparqlPolicy.TOO_COMPLEX);
      ServletOps.errorBadRequest(SparqlPolicy.TOO_COMPLEX);
    }
  }

  @Override
  protected QueryExec createQueryExec(HttpAction action, Query query, DatasetGraph dataset) {
    QueryExec execution = super.createQueryExec(action, query, dataset);
    QueryBudget.onCancelCurrent(execution::abort);
    return execution;
  }

  @Override
  protected void validateQuery(HttpAction action, Query query) {
    super.validateQuery(action, query);
    check.checkQuery(query);
  }
}
