package org.newsgraph.serve.sparql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.store.NewsStore;

/**
 * Asks somebody else's query, within the bounds of {@link SparqlPolicy}, and gives a short answer.
 */
public final class BoundedQuery {
  private final NewsStore store;
  private final Duration timeout;
  private final SparqlPolicy check;

  public BoundedQuery(NewsStore store, Duration timeout, SparqlPolicy check) {
    this.store = store;
    this.timeout = timeout;
    this.check = check;
  }

  /**
   * Rows as JSON of SPARQL's results, a graph as Turtle.
   *
   * @param most rows or triples
   * @throws HttpError where the query is none, or not allowed
   */
  public String answer(String text, int most) {
    Query query;
    try {
      check.text(text);
      query = QueryFactory.create(text, Syntax.syntaxARQ);
    } catch (QueryException e) {
      throw HttpError.bad("this is not SPARQL: " + e.getMessage());
    }
    check.query(query);
    if (!query.isAskType() && (!query.hasLimit() || query.getLimit() > most)) {
      query.setLimit(most);
    }
    return store.read(dataset -> run(dataset, CancellableRegex.in(query)));
  }

  private String run(DatasetGraph dataset, Query query) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (QueryExec run =
        QueryExec.dataset(dataset)
            .query(query)
            .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .build()) {
      if (query.isAskType()) {
        ResultSetFormatter.outputAsJSON(out, run.ask());
      } else if (query.isSelectType()) {
        ResultSetFormatter.outputAsJSON(out, ResultSet.adapt(run.select()));
      } else if (query.isConstructType() || query.isDescribeType()) {
        RDFWriter.source(query.isConstructType() ? run.construct() : run.describe())
            .lang(Lang.TURTLE)
            .output(out);
      } else {
        throw HttpError.bad("ask with SELECT, ASK, CONSTRUCT or DESCRIBE");
      }
    }
    return out.toString(UTF_8);
  }
}
