package org.newsgraph.query.statement;

/**
 * The part of a result that a caller wants.
 *
 * @param limit maximum number of results; of grouped statements, maximum number of groups
 * @param offset number of statements or reports to skip
 * @param grouped true to group statements with the same words and speaker
 * @param withContext true to read the sentences of statements, from the texts of their articles
 */
public record PageRequest(int limit, int offset, boolean grouped, boolean withContext) {
  public static PageRequest of(int limit, int offset) {
    return new PageRequest(limit, offset, false, false);
  }

  public PageRequest grouped(boolean group) {
    return new PageRequest(limit, offset, group, withContext);
  }

  public PageRequest withContexts() {
    return new PageRequest(limit, offset, grouped, true);
  }
}
