package org.newsgraph.query.statement;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;

/** A condition on a value, after the names in it have been looked up. */
sealed interface NodeCondition {
  NodeCondition ANY = new Any();

  /** Returns the condition that a value is one of some nodes; none matches if there are none. */
  static NodeCondition oneOf(Collection<Node> nodes) {
    return new OneOf(Collections.unmodifiableSet(new LinkedHashSet<>(nodes)));
  }

  /** No condition: a missing value matches as well. */
  record Any() implements NodeCondition {}

  /**
   * The condition that a value is one of some nodes.
   *
   * @param nodes the values that match, in the order in which they were found
   */
  record OneOf(Set<Node> nodes) implements NodeCondition {}
}
