package org.newsgraph.query.statement;

import org.apache.jena.graph.Node;

/** Numbers of statements that are known without counting them. */
@FunctionalInterface
public interface KnownCounts {
  /** No number is known. */
  KnownCounts NONE = (property, value) -> 0;

  /** Returns the number of statements with a value of a property; 0 if it is not known. */
  long of(Node property, Node value);
}
