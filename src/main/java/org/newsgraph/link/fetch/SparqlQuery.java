package org.newsgraph.link.fetch;

import org.apache.jena.sparql.engine.binding.Binding;

/** A query that can be reduced if the service cannot answer it completely. */
interface SparqlQuery {
  /** Returns the text of the query for the next attempt, and discards the rows of earlier ones. */
  String text();

  /** Receives a row of the response. */
  void row(Binding row);

  /**
   * Reduces the query.
   *
   * @return false if it cannot be reduced
   */
  boolean reduce();
}
