package org.newsgraph.serve.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.serve.sparql.SparqlPolicy;

final class QueryCheckTest {
  private final QueryCheck check = new QueryCheck(new SparqlPolicy(Set.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT ?x { ?x a }|1|18|} is not allowed here; expected: a variable, a name or a value.",
        "SELEC ?x|1|6|Unknown keyword SELEC. Did you mean SELECT?",
        "SELECT ?x { ?x a news:B }|1|18|The prefix news: is not declared.",
        "SELECT * { ?x ?y \"abc }|1|24|This is never closed.",
        "SELECT ?x { ?x ?y ?z|1|20|The query ends too early; is a } or a . missing?",
        "DROP ALL|1|1|DROP is not allowed here; a query starts with PREFIX, SELECT, CONSTRUCT, ASK"
            + " or DESCRIBE.",
        "SELECT ?x (COUNT(*) AS ?n) {?x ?y ?z}|1|1|Non-group key variable in SELECT: ?x",
        "SELECT * { SERVICE <http://a.example/> {} }|1|1|SERVICE is not allowed: this server calls"
            + " no other endpoints"
      })
  void a_fault_is_told_in_words_with_its_place(String query, int line, int column, String words) {
    assertThat(check.check(query))
        .isEqualTo(Map.of("line", line, "column", column, "message", words));
  }

  @Test
  void a_line_is_counted_from_one() {
    assertThat(check.check("SELECT *\n{\n  ?a ?b }"))
        .containsEntry("line", 3)
        .containsEntry("column", 9);
  }

  @Test
  void a_good_query_is_told_by_its_form() {
    assertThat(check.check("CONSTRUCT WHERE { ?a ?b ?c }")).isEqualTo(Map.of("form", "CONSTRUCT"));
  }
}
