package org.newsgraph.serve.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.newsgraph.serve.sparql.SparqlRunner;
import org.newsgraph.serve.sparql.TextQuery;

/**
 * The lines of a question that find statements, as {@code ?statement}, by their words, their
 * speaker and what they are about.
 *
 * @param values of the variables in them
 */
public record StatementPattern(String lines, Map<String, Node> values) {
  /** Those that fit some words best; others are not looked at. */
  private static final int MOST_HITS = 10_000;

  /**
   * Each may be left empty; all empty, every statement fits.
   *
   * @param words that the statements hold
   * @param speaker a name, or an IRI
   * @param about the same
   * @return nothing where nobody goes by one of the names, so that no statement fits
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
          "(?%s ?score) text:query (news:%s ?words %d) .\n".formatted(variable, field, MOST_HITS));
      values.put("words", TextQuery.all(words));
    }
    boolean known =
        someone(variable, names, "speaker", speaker, lines)
            && someone(variable, names, "about", about, lines);
    return known ? Optional.of(new StatementPattern(lines.toString(), values)) : Optional.empty();
  }

  private static boolean someone(
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
