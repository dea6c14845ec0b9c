package org.newsgraph.serve.sparql.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.update.UpdateFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.sparql.SparqlPolicy;

/** The size and the nesting of a query are bounded before it is parsed. */
class TokenLimitsTest {
  private static final int[] SIZES = {75, 149, 499, 999, 20_000};

  private static void compile(String query) {
    SparqlPolicy policy = new SparqlPolicy(java.util.Set.of());
    policy.checkText(query);
    var parsed = QueryFactory.create(query, Syntax.syntaxARQ);
    policy.checkQuery(parsed);
    assertThat(Algebra.optimize(Algebra.compile(parsed))).isNotNull();
  }

  private static void parseUpdate(String update) {
    SparqlPolicy policy = new SparqlPolicy(java.util.Set.of());
    policy.checkText(update);
    policy.checkUpdate(UpdateFactory.create(update, Syntax.syntaxARQ));
  }

  private static List<String> overflows(
      Map<String, IntFunction<String>> nestings, java.util.function.Consumer<String> action) {
    List<String> wrong = new ArrayList<>();
    nestings.forEach(
        (name, nesting) -> {
          for (int size : SIZES) {
            try {
              action.accept(nesting.apply(size));
            } catch (HttpError | QueryException e) {
              assertThat(e.getMessage()).as("refused, or not valid in this number").isNotNull();
            } catch (StackOverflowError e) {
              wrong.add(size + " " + name);
            }
          }
        });
    return wrong;
  }

  @Tag("full")
  @Test
  void no_nesting_exhausts_the_stack_of_the_parser_or_the_optimizer() {
    assertThat(overflows(Nestings.ofQueries(), TokenLimitsTest::compile)).isEmpty();
    assertThat(overflows(Nestings.ofUpdates(), TokenLimitsTest::parseUpdate)).isEmpty();
  }

  @Test
  void queries_of_people_and_programs_are_far_below_the_limits() {
    for (String query :
        List.of(
            Nestings.ofQueries().get("groups").apply(50),
            Nestings.ofQueries().get("UNIONs").apply(400),
            Nestings.ofQueries().get("ors").apply(900),
            Nestings.ofQueries().get("triples").apply(400),
            Nestings.ofQueries().get("members of IN").apply(9_000),
            Nestings.ofQueries().get("values").apply(50_000),
            Nestings.ofQueries().get("rows of values").apply(20_000),
            Nestings.ofQueries().get("prefixes").apply(1_000))) {
      assertThatCode(() -> compile(query)).doesNotThrowAnyException();
    }
    assertThatCode(() -> parseUpdate(Nestings.ofUpdates().get("data").apply(100_000)))
        .doesNotThrowAnyException();
    assertThatCode(() -> parseUpdate(Nestings.ofUpdates().get("operations").apply(5_000)))
        .doesNotThrowAnyException();
  }

  @Test
  void brackets_in_comments_strings_and_names_do_not_count() {
    String many = "({[".repeat(1000);
    assertThatCode(
            () ->
                TokenLimits.check(
                    "# "
                        + many
                        + "\nSELECT * { <urn:"
                        + "x#(".repeat(1000)
                        + "> ?p '"
                        + many
                        + "' , '''"
                        + many
                        + "\n''' , \"\\\""
                        + many
                        + "\" }"))
        .doesNotThrowAnyException();
  }

  @Test
  void closing_brackets_in_comments_and_strings_hide_no_depth() {
    String deep = "(".repeat(30_000) + "1" + ")".repeat(30_000);
    for (String before :
        List.of(
            "# " + ")".repeat(60_000) + "\nSELECT * { FILTER(",
            "SELECT * { BIND('" + "}".repeat(60_000) + "' AS ?x) FILTER(",
            "SELECT * { BIND('''" + ")".repeat(60_000) + "''' AS ?x) FILTER(",
            "SELECT * { <urn:" + ")".repeat(60_000) + "> ?p ?o FILTER(")) {
      assertThatThrownBy(() -> TokenLimits.check(before + deep + ") }"))
          .hasMessage("the query is nested more than 150 levels deep");
    }
  }

  @Test
  void a_typed_literal_is_not_nested_deeply() {
    String deep = "(".repeat(60) + ")".repeat(60);
    assertThatThrownBy(() -> TokenLimits.check("ASK { ?a ?b '" + deep + "'^^<urn:wkt> }"))
        .hasMessage("a literal has brackets that are nested more than 50 levels deep");
    assertThatCode(() -> TokenLimits.check("ASK { ?a ?b '" + deep + "' }"))
        .doesNotThrowAnyException();
  }

  @Test
  void the_reason_gives_the_limit() {
    assertThatThrownBy(() -> TokenLimits.check(Nestings.ofQueries().get("nots").apply(151)))
        .hasMessage("the query is nested more than 150 levels deep");
    assertThatThrownBy(() -> TokenLimits.check(Nestings.ofQueries().get("UNIONs").apply(20_000)))
        .hasMessageContaining("more than 1000 patterns, operators or steps");
    assertThatThrownBy(() -> TokenLimits.check(Nestings.ofQueries().get("values").apply(500_000)))
        .hasMessage("the query has more than 200000 words and signs")
        .extracting(e -> ((HttpError) e).status())
        .isEqualTo(413);
    assertThatThrownBy(() -> TokenLimits.check(Nestings.ofQueries().get("prefixes").apply(20_000)))
        .hasMessage("the query declares more than 5000 prefixes");
    assertThatThrownBy(() -> TokenLimits.check(Nestings.ofUpdates().get("a list").apply(100_000)))
        .hasMessage(
            "a list has more than 10000 elements; send longer lists to the graph store instead");
  }
}
