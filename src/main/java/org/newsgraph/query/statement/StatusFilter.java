package org.newsgraph.query.statement;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.News;
import org.newsgraph.query.InvalidSearchException;
import org.newsgraph.query.SparqlRunner;

/**
 * The statuses of the statements and reports that a search returns, from its parameter {@code
 * status}: one or more codes separated by commas, {@code all}, or empty for those that were said.
 *
 * @param statuses the statuses, at least one
 */
public record StatusFilter(Set<ReportStatus> statuses) {
  /** Value of the parameter that selects all statuses. */
  public static final String ALL = "all";

  public StatusFilter {
    statuses = Set.copyOf(statuses);
  }

  /**
   * Reads the value of the parameter.
   *
   * @throws InvalidSearchException if the value contains an unknown code
   */
  public static StatusFilter of(String parameter) {
    if (parameter.isEmpty()) {
      return new StatusFilter(Set.of(ReportStatus.SAID));
    }
    if (parameter.equals(ALL)) {
      return new StatusFilter(EnumSet.allOf(ReportStatus.class));
    }
    return new StatusFilter(
        Arrays.stream(parameter.split(",", -1))
            .map(code -> ReportStatus.ofCode(code.strip()).orElseThrow(StatusFilter::unknown))
            .collect(Collectors.toSet()));
  }

  private static InvalidSearchException unknown() {
    return new InvalidSearchException(
        "status must be said, not-said, to-be-said, asked, hearsay or all");
  }

  public boolean includes(ReportStatus status) {
    return statuses.contains(status);
  }

  /**
   * Returns the lines of a SPARQL pattern that select these statuses; empty for all statuses.
   *
   * @param variable name of the variable of the statement or report
   */
  public String pattern(String variable) {
    if (statuses.size() == ReportStatus.values().length) {
      return "";
    }
    if (statuses.size() == 1) {
      String name = News.of(statuses.iterator().next()).getLocalName();
      return "?%s news:reportStatus news:%s .\n".formatted(variable, name);
    }
    String list =
        statuses.stream()
            .sorted()
            .map(News::of)
            .map(SparqlRunner::term)
            .collect(Collectors.joining(" "));
    return "?%1$s news:reportStatus ?%1$sStatus . VALUES ?%1$sStatus { %2$s }\n"
        .formatted(variable, list);
  }
}
