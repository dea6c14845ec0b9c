package org.newsgraph.query;

import java.util.function.Supplier;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;

/** Limits the time and the memory that queries may use. */
public interface QueryLimits {
  /** No limits: for programs with a single user. */
  QueryLimits NONE =
      new QueryLimits() {
        @Override
        public <T> T within(Supplier<T> queries) {
          return queries.get();
        }

        @Override
        public QueryExec execution(QueryExecBuilder query) {
          return query.build();
        }
      };

  /**
   * Runs queries within the limits.
   *
   * @throws RuntimeException if the queries exceed a limit
   */
  <T> T within(Supplier<T> queries);

  /** Returns an execution that stops at the limits. Call it inside {@link #within}. */
  QueryExec execution(QueryExecBuilder query);
}
