package org.newsgraph.serve.sparql.budget;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.newsgraph.query.QueryLimits;

/**
 * Runs the queries of a request within its {@link QueryBudget}.
 *
 * @param timeout maximum duration of a request's queries
 */
public record RequestLimits(Duration timeout) implements QueryLimits {
  @Override
  public <T> T within(Supplier<T> queries) {
    return QueryBudget.within(timeout, budget -> queries.get());
  }

  @Override
  public QueryExec execution(QueryExecBuilder query) {
    QueryBudget budget = QueryBudget.current().orElseThrow();
    QueryExec execution = query.set(ARQConstants.symCancelQuery, budget.cancelSignal()).build();
    QueryBudget.onCancelCurrent(execution::abort);
    return execution;
  }
}
