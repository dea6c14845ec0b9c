package org.newsgraph.serve.sparql;

import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.RequestAttributes;

/** Fuseki's query processor, extended by the checks of {@link SparqlPolicy}. */
final class CheckedQueryProcessor extends SPARQL_QueryDataset {
  private final SparqlPolicy check;

  CheckedQueryProcessor(SparqlPolicy check) {
    this.check = check;
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
      super.execute(query, action);
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
  protected Pair<DatasetGraph, Query> decideDataset(HttpAction action, Query query, String log) {
    Pair<DatasetGraph, Query> decided = super.decideDataset(action, query, log);
    return Pair.create(decided.getLeft(), CancellableRegex.replaceIn(decided.getRight()));
  }

  @Override
  protected void validateQuery(HttpAction action, Query query) {
    super.validateQuery(action, query);
    check.checkQuery(query);
  }
}
