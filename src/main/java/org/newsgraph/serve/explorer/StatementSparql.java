package org.newsgraph.serve.explorer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.TextQuery;

/** Writes the SPARQL query that is equivalent to a filter, for users to read and change. */
final class StatementSparql {
  private static final String FRAME = SparqlRunner.resource(StatementSparql.class, "statements.rq");

  private static final String ROLES = SparqlRunner.resource(StatementSparql.class, "roles.rq");

  private StatementSparql() {}

  static String write(
      StatementFilter wanted, Optional<List<Node>> speakers, Optional<List<Node>> topics) {
    StringBuilder pattern = new StringBuilder();
    if (!wanted.terms().isEmpty()) {
      pattern
          .append("  (?statement ?score) text:query (news:content ")
          .append(SparqlRunner.term(TextQuery.all(wanted.terms())))
          .append(" 2000) .\n");
    }
    speakers.ifPresent(nodes -> values("speaker", nodes, pattern));
    if (!wanted.role().isEmpty()) {
      pattern.append(ROLES.replace("{words}", roleCondition(wanted.role())));
    }
    topics.ifPresent(nodes -> values("about", nodes, pattern));
    if (!wanted.kind().isEmpty()) {
      String type =
          wanted.kind().substring(0, 1).toUpperCase(Locale.ROOT) + wanted.kind().substring(1);
      pattern.append("  ?statement a news:").append(type).append("Statement .\n");
    }
    String status = wanted.statuses().pattern("statement");
    if (!status.isEmpty()) {
      pattern.append("  ").append(status);
    }
    if (!wanted.source().isEmpty()) {
      filter("LCASE(STR(?source)) = LCASE(%s)", wanted.source(), pattern);
    }
    if (!wanted.from().isEmpty()) {
      filter("STR(?date) >= %s", wanted.from(), pattern);
    }
    if (!wanted.to().isEmpty()) {
      filter("STR(?date) <= %s", wanted.to() + "~", pattern);
    }
    String order =
        switch (wanted.order()) {
          case NEWEST -> "DESC(STR(?date)) ?article ?begin";
          case OLDEST -> "STR(?date) ?article ?begin";
          case SUREST -> "DESC(?confidence)";
          case UNSUREST -> "?confidence";
          case SPEAKER -> "LCASE(?who)";
        };
    String frame =
        wanted.role().isEmpty()
            ? FRAME
            : FRAME.replace(
                "PREFIX text:", "PREFIX wdt: <http://www.wikidata.org/prop/direct/>\nPREFIX text:");
    return frame.replace("# {pattern}\n", pattern).replace("# {order}", order);
  }

  private static String roleCondition(String role) {
    return RoleIndex.prefixes(role).stream()
        .map(word -> SparqlRunner.term(NodeFactory.createLiteralString(" " + word)))
        .map("CONTAINS(?known, %s)"::formatted)
        .reduce((one, other) -> one + " && " + other)
        .orElse("false");
  }

  private static void values(String property, List<Node> nodes, StringBuilder pattern) {
    String list = nodes.stream().map(SparqlRunner::term).collect(Collectors.joining(" "));
    pattern.append(
        "  VALUES ?%1$s { %2$s } ?statement news:%1$s ?%1$s .\n".formatted(property, list));
  }

  private static void filter(String condition, String value, StringBuilder pattern) {
    String literal = SparqlRunner.term(NodeFactory.createLiteralString(value));
    pattern.append("  FILTER(").append(condition.formatted(literal)).append(")\n");
  }
}
