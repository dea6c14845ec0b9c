package org.newsgraph.query.statement;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.TextQuery;

/** Writes the SPARQL query that is equivalent to a filter, for users to read and change. */
final class StatementSparql {
  private static final Map<AttributionType, String> FRAMES =
      Map.of(
          AttributionType.STATEMENT, resource("statements.rq"),
          AttributionType.REPORT, resource("reports.rq"));

  private static final String COUNT_BY_DAY = resource("count-by-day.rq");
  private static final String ROLES = resource("roles.rq");

  /** Number of rows of a query for grouped statements, whose number is not known in advance. */
  private static final int GROUPED_ROWS = 100;

  private StatementSparql() {}

  private static String resource(String name) {
    return SparqlRunner.resource(StatementSparql.class, name);
  }

  /** Writes a query for a page of statements or reports. */
  static String write(ResolvedFilter resolved, AttributionType type, PageRequest request) {
    String limit =
        (request.grouped() ? GROUPED_ROWS : request.limit())
            + (request.offset() == 0 ? "" : " OFFSET " + request.offset());
    return frame(FRAMES.get(type), resolved.filter())
        .replace("# {pattern}\n", pattern(resolved, type))
        .replace("# {order}", order(resolved.filter()))
        .replace("# {limit}", limit);
  }

  /** Writes a query for the number of statements per day of publication. */
  static String countByDay(ResolvedFilter resolved) {
    return frame(COUNT_BY_DAY, resolved.filter())
        .replace("# {pattern}\n", pattern(resolved, AttributionType.STATEMENT));
  }

  private static String frame(String frame, StatementFilter filter) {
    String prefixes =
        (filter.role().isEmpty() ? "" : "PREFIX wdt: <http://www.wikidata.org/prop/direct/>\n")
            + (since(filter).isEmpty() ? "" : "PREFIX prov: <http://www.w3.org/ns/prov#>\n");
    return frame.replace("PREFIX text:", prefixes + "PREFIX text:");
  }

  private static String order(StatementFilter filter) {
    if (!since(filter).isEmpty()) {
      return "STR(?at) ?statement";
    }
    return switch (filter.order()) {
      case NEWEST -> "DESC(STR(?date)) ?article ?begin";
      case OLDEST -> "STR(?date) ?article ?begin";
      case SUREST -> "DESC(?confidence)";
      case UNSUREST -> "?confidence";
      case SPEAKER -> "LCASE(?who)";
    };
  }

  private static String pattern(ResolvedFilter resolved, AttributionType type) {
    StatementFilter filter = resolved.filter();
    StringBuilder pattern = new StringBuilder();
    if (!filter.terms().isEmpty()) {
      pattern.append(
          "  (?statement ?score) text:query (%s %s %d) .\n"
              .formatted(
                  type == AttributionType.STATEMENT ? "news:content" : "news:topic",
                  SparqlRunner.term(TextQuery.all(filter.terms())),
                  SearchCosts.MEASURED.maxTextMatches()));
    }
    values("speaker", resolved.speakers(), pattern);
    if (!filter.role().isEmpty()) {
      pattern.append(ROLES.replace("{words}", roleCondition(filter.role())));
    }
    values("about", resolved.topics(), pattern);
    if (!filter.kind().isEmpty() && type == AttributionType.STATEMENT) {
      String kind =
          filter.kind().substring(0, 1).toUpperCase(Locale.ROOT) + filter.kind().substring(1);
      pattern.append("  ?statement a news:").append(kind).append("Statement .\n");
    }
    String status = filter.statuses().pattern("statement");
    if (!status.isEmpty()) {
      pattern.append("  ").append(status);
    }
    String cue = filter.get(StatementFilter.Field.CUE);
    if (!cue.isEmpty()) {
      pattern.append("  ?statement news:cue ?verb .\n");
      filter("CONTAINS(LCASE(?verb), LCASE(%s))", cue, pattern);
    }
    String since = since(filter);
    if (!since.isEmpty()) {
      pattern.append("  ?statement prov:wasGeneratedBy/prov:endedAtTime ?at .\n");
      filter("STR(?at) >= %s", since, pattern);
    }
    if (!filter.source().isEmpty()) {
      filter("LCASE(STR(?source)) = LCASE(%s)", filter.source(), pattern);
    }
    if (!filter.from().isEmpty()) {
      filter("STR(?date) >= %s", filter.from(), pattern);
    }
    if (!filter.to().isEmpty()) {
      filter("STR(?date) <= %s", filter.published().end(), pattern);
    }
    return pattern.toString().replace("?statement", "?" + type.variable());
  }

  private static String since(StatementFilter filter) {
    return filter.get(StatementFilter.Field.SINCE);
  }

  private static String roleCondition(String role) {
    return RoleIndex.prefixes(role).stream()
        .map(word -> SparqlRunner.term(NodeFactory.createLiteralString(" " + word)))
        .map("CONTAINS(?known, %s)"::formatted)
        .reduce((one, other) -> one + " && " + other)
        .orElse("false");
  }

  private static void values(String property, NodeCondition condition, StringBuilder pattern) {
    if (condition instanceof NodeCondition.OneOf any) {
      pattern.append(
          "  VALUES ?%1$s { %2$s } ?statement news:%1$s ?%1$s .\n"
              .formatted(property, list(any.nodes())));
    }
  }

  private static String list(Set<Node> nodes) {
    return nodes.stream().map(SparqlRunner::term).collect(Collectors.joining(" "));
  }

  private static void filter(String condition, String value, StringBuilder pattern) {
    String literal = SparqlRunner.term(NodeFactory.createLiteralString(value));
    pattern.append("  FILTER(").append(condition.formatted(literal)).append(")\n");
  }
}
