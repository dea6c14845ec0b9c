package org.newsgraph.query.statement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page of statements.
 *
 * @param sparql an equivalent query
 * @param next offset of the next page; empty on the last page
 * @param total number of all matching statements; empty if it is not known without reading them
 */
public record StatementPage(
    String sparql, List<Group> groups, Optional<Integer> next, Optional<Integer> total) {
  /**
   * A statement and its repetitions: statements with the same words and speaker.
   *
   * @param repetitions the repetitions
   */
  public record Group(StatementView statement, List<StatementView> repetitions) {}

  /** Returns all statements, group by group. */
  public List<StatementView> statements() {
    return groups.stream()
        .flatMap(it -> Stream.concat(Stream.of(it.statement()), it.repetitions().stream()))
        .toList();
  }
}
