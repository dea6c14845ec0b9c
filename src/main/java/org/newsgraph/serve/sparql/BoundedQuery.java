package org.newsgraph.serve.sparql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.sparql.budget.BoundedQueries;
import org.newsgraph.serve.sparql.budget.QueryBudget;
import org.newsgraph.store.NewsStore;

/** Runs queries of clients within the limits of {@link SparqlPolicy}, with a bounded result. */
public final class BoundedQuery {
  private final NewsStore store;
  private final Duration timeout;
  private final SparqlPolicy check;

  public BoundedQuery(NewsStore store, Duration timeout, SparqlPolicy check) {
    this.store = store;
    this.timeout = timeout;
    this.check = check;
    check.install(store.dataset().getContext());
  }

  /**
   * Runs a query. Returns rows and truth values in the SPARQL JSON results format, and graphs as
   * Turtle.
   *
   * @param most maximum number of rows or triples
   * @throws HttpError if the query is invalid or not allowed, or takes too long or too much memory
   */
  public String run(String text, int most) {
    return QueryBudget.within(timeout, budget -> run(text, most, budget));
  }

  private String run(String text, int most, QueryBudget budget) {
    Query query;
    try {
      check.checkText(text);
      BoundedQueries.checkText(text);
      query = QueryFactory.create(text, Syntax.syntaxARQ);
    } catch (QueryException e) {
      throw HttpError.badRequest("invalid SPARQL: " + e.getMessage());
    } catch (StackOverflowError e) {
      throw HttpError.badRequest(SparqlPolicy.TOO_COMPLEX);
    }
    check.checkQuery(query);
    if (!query.isAskType() && (!query.hasLimit() || query.getLimit() > most)) {
      query.setLimit(most);
    }
    try {
      return store.read(dataset -> run(dataset, query, budget));
    } catch (StackOverflowError e) {
      throw HttpError.badRequest(SparqlPolicy.TOO_COMPLEX);
    }
  }

  private static String run(DatasetGraph dataset, Query query, QueryBudget budget) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (QueryExec run =
        QueryExec.dataset(dataset)
            .query(query)
            .set(ARQConstants.symCancelQuery, budget.cancelSignal())
            .build()) {
      QueryBudget.onCancelCurrent(run::abort);
      if (query.isAskType()) {
        ResultSetFormatter.outputAsJSON(out, run.ask());
      } else if (query.isSelectType()) {
        ResultSetFormatter.outputAsJSON(out, ResultSet.adapt(run.select()));
      } else if (query.isConstructType() || query.isDescribeType()) {
        RDFWriter.source(query.isConstructType() ? run.construct() : run.describe())
            .lang(Lang.TURTLE)
            .output(out);
      } else {
        throw HttpError.badRequest(
            "unsupported query form; use SELECT, ASK, CONSTRUCT or DESCRIBE");
      }
    }
    return out.toString(UTF_8);
  }
}
