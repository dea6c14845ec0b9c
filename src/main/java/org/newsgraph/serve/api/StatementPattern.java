package org.newsgraph.serve.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.TextQuery;
import org.newsgraph.query.entity.EntityLookup;

/**
 * The part of a SPARQL query that finds statements, as {@code ?statement}, by words, speaker and
 * topic.
 *
 * @param pattern the graph pattern
 * @param values values to bind to variables of the pattern
 */
public record StatementPattern(String pattern, Map<String, Node> values) {
  /** Maximum number of matches of the text index, the best first. */
  private static final int MAX_HITS = 10_000;

  /**
   * Returns the pattern for statements. Empty conditions are ignored.
   *
   * @param words words of the content
   * @param speaker a name or an IRI
   * @param about the topic: a name or an IRI
   * @return empty if one of the names is unknown, so that no statement matches
   */
  public static Optional<StatementPattern> of(
      EntityLookup names, String words, String speaker, String about) {
    return of("statement", "content", names, words, speaker, about);
  }

  /** Returns lines that find reports of speech acts, as {@code ?report}, by words of the topic. */
  static Optional<StatementPattern> ofReports(
      EntityLookup names, String words, String speaker, String about) {
    return of("report", "topic", names, words, speaker, about);
  }

  private static Optional<StatementPattern> of(
      String variable,
      String field,
      EntityLookup names,
      String words,
      String speaker,
      String about) {
    StringBuilder lines = new StringBuilder();
    Map<String, Node> values = new LinkedHashMap<>();
    if (!words.isEmpty()) {
      lines.append(
          "(?%s ?score) text:query (news:%s ?words %d) .\n".formatted(variable, field, MAX_HITS));
      values.put("words", TextQuery.all(words));
    }
    boolean known =
        addEntities(variable, names, "speaker", speaker, lines)
            && addEntities(variable, names, "about", about, lines);
    return known ? Optional.of(new StatementPattern(lines.toString(), values)) : Optional.empty();
  }

  private static boolean addEntities(
      String variable, EntityLookup names, String property, String name, StringBuilder lines) {
    if (name.isEmpty()) {
      return true;
    }
    List<Node> meant = names.find(name);
    String list = meant.stream().map(SparqlRunner::term).collect(Collectors.joining(" "));
    lines.append(
        "VALUES ?%1$s { %2$s } ?%3$s news:%1$s ?%1$s .\n".formatted(property, list, variable));
    return !meant.isEmpty();
  }
}
