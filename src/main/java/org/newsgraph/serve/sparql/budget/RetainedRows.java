package org.newsgraph.serve.sparql.budget;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;

/** Counts rows as memory that the request may hold. */
final class RetainedRows extends QueryIteratorWrapper {
  /** Estimated size of a row, in bytes. Its terms are mostly in the cache of the database. */
  private static final long ROW_BYTES = 256;

  private final QueryBudget budget;

  RetainedRows(QueryIterator rows, QueryBudget budget) {
    super(rows);
    this.budget = budget;
  }

  @Override
  protected Binding moveToNextBinding() {
    Binding row = super.moveToNextBinding();
    budget.retain(ROW_BYTES);
    return row;
  }
}
