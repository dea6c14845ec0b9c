package org.newsgraph.serve.sparql;

import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.serve.http.Exchange;
import org.newsgraph.serve.http.Refusal;

/** Fuseki's queries, after a check. */
final class Questions extends SPARQL_QueryDataset {
  private final SparqlCheck check;

  Questions(SparqlCheck check) {
    this.check = check;
  }

  @Override
  protected void execute(String query, HttpAction action) {
    action.getRequest().setAttribute(Exchange.SPARQL, query);
    try {
      String charset = action.getRequestCharacterEncoding();
      if (charset != null && !charset.equalsIgnoreCase("UTF-8")) {
        throw new Refusal(415, "send queries in UTF-8");
      }
      check.text(query);
      super.execute(query, action);
    } catch (Refusal e) {
      action.getRequest().setAttribute(Exchange.REASON, e.getMessage());
      ServletOps.error(e.status(), e.getMessage());
    }
  }

  @Override
  protected Pair<DatasetGraph, Query> decideDataset(HttpAction action, Query query, String log) {
    Pair<DatasetGraph, Query> decided = super.decideDataset(action, query, log);
    return Pair.create(decided.getLeft(), TimedRegex.in(decided.getRight()));
  }

  @Override
  protected void validateQuery(HttpAction action, Query query) {
    super.validateQuery(action, query);
    check.query(query);
  }
}
