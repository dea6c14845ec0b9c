package org.newsgraph.query.statement;

/**
 * A filter after its names and words have been looked up.
 *
 * @param filter the conditions as users write them
 * @param terms the statements or reports whose texts contain the words
 * @param speakers the entities that the speaker's name may refer to
 * @param roleHolders the speakers with the role
 * @param topics the entities that the topic's name may refer to
 */
record ResolvedFilter(
    StatementFilter filter,
    NodeCondition terms,
    NodeCondition speakers,
    NodeCondition roleHolders,
    NodeCondition topics) {

  /** Returns a filter for the statements by some speakers, or about some topics. */
  static ResolvedFilter of(NodeCondition speakers, NodeCondition topics) {
    return new ResolvedFilter(
        StatementFilter.all(), NodeCondition.ANY, speakers, NodeCondition.ANY, topics);
  }
}
