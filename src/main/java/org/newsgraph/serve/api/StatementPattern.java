package org.newsgraph.serve.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.newsgraph.serve.sparql.Lookup;
import org.newsgraph.serve.sparql.Words;

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
      Names names, String words, String speaker, String about) {
    StringBuilder lines = new StringBuilder();
    Map<String, Node> values = new LinkedHashMap<>();
    if (!words.isEmpty()) {
      lines.append("(?statement ?score) text:query (news:content ?words ").append(MOST_HITS);
      lines.append(") .\n");
      values.put("words", Words.all(words));
    }
    boolean known =
        someone(names, "speaker", speaker, lines) && someone(names, "about", about, lines);
    return known ? Optional.of(new StatementPattern(lines.toString(), values)) : Optional.empty();
  }

  private static boolean someone(Names names, String property, String name, StringBuilder lines) {
    if (name.isEmpty()) {
      return true;
    }
    List<Node> meant = names.find(name);
    String list = meant.stream().map(Lookup::term).collect(Collectors.joining(" "));
    lines.append("VALUES ?%1$s { %2$s } ?statement news:%1$s ?%1$s .\n".formatted(property, list));
    return !meant.isEmpty();
  }
}
