package org.newsgraph.serve.sparql.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.update.UpdateFactory;
import org.junit.jupiter.api.Test;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.sparql.SparqlPolicy;

/** Each forbidden thing is refused at each position in which it can stand. */
class PolicyVisitorTest {
  private static final String ALLOWED = "http://example.org/sparql";
  private static final String AFN = "http://jena.apache.org/ARQ/function#";
  private static final String APF = "http://jena.apache.org/ARQ/property#";
  private static final String FN = "http://www.w3.org/2005/xpath-functions#";

  private static final String CODE = "Java and JavaScript functions are not allowed";

  private final SparqlPolicy policy = new SparqlPolicy(Set.of(ALLOWED));

  private static String reason(String iri) {
    boolean code = iri.toLowerCase(Locale.ROOT).startsWith("java:") || iri.contains("jsFunction");
    return code ? CODE : "<" + iri + "> is not allowed";
  }

  /** Expressions that are not allowed, and a part of the reason. */
  private static Map<String, String> forbiddenExpressions() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String iri :
        List.of(
            "java:org.apache.jena.sparql.function.library.now",
            "JAVA:org.apache.jena.sparql.function.library.now",
            "java:java.lang.System",
            "http://jena.apache.org/ARQ/jsFunction#x",
            "http://jena.hpl.hp.com/ARQ/function#now",
            AFN + "wait",
            AFN + "eval",
            AFN + "context",
            AFN + "print",
            AFN + "version",
            AFN + "execTime",
            AFN + "sprintf",
            FN + "apply",
            FN + "error",
            "http://www.dotnetrdf.org/leviathan#factorial",
            "http://www.w3.org/ns/sparql#regex",
            "http://w3id.org/awslabs/neptune/SPARQL-CDTs/size",
            "http://jena.apache.org/function/spatial#transformDatatype",
            "http://www.opengis.net/def/function/geosparql/asGeoJSON",
            "urn:x-newsgraph:regex",
            "urn:unknown")) {
      all.put("<" + iri + ">(1)", reason(iri));
      all.put("CALL(<" + iri + ">, 1)", reason(iri));
    }
    all.put("CALL(?a)", "CALL must name its function");
    all.put("CALL('" + AFN + "now')", "CALL must name its function");
    all.put("CALL(IRI(CONCAT('ja','va:a.B')))", "CALL must name its function");
    all.put("CALL(IRI('" + FN + "concat'), 'a', 'b')", "CALL must name its function");
    all.put("VERSION()", "VERSION()");
    forbiddenPatterns()
        .forEach(
            (pattern, reason) -> {
              all.put("EXISTS { " + pattern + " }", reason);
              all.put("NOT EXISTS { ?s ?p ?o OPTIONAL { " + pattern + " } }", reason);
            });
    return all;
  }

  /** Patterns that are not allowed, and a part of the reason. */
  private static Map<String, String> forbiddenPatterns() {
    Map<String, String> all = new LinkedHashMap<>();
    String may = "SERVICE may only call " + ALLOWED;
    all.put("SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }", may);
    all.put("SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o }", may);
    all.put("SERVICE ?c { ?s ?p ?o }", may);
    all.put("VALUES ?v { <" + ALLOWED + "> } SERVICE ?v { ?s ?p ?o }", may);
    all.put("SERVICE <loop:cache:bulk:" + ALLOWED + "> { ?s ?p ?o }", may);
    all.put("SERVICE <" + ALLOWED + "/> { ?s ?p ?o }", may);
    all.put("SERVICE <" + ALLOWED + "> { SERVICE <file:///etc/passwd> { ?s ?p ?o } }", may);
    String code = "java:org.apache.jena.sparql.pfunction.library.version";
    for (String iri :
        List.of(
            code,
            "JAVA:a.B",
            APF + "strSplit",
            APF + "versionARQ",
            "http://jena.hpl.hp.com/ARQ/property#splitIRI",
            "http://jena.apache.org/ARQ/procedure#x",
            "http://jena.apache.org/spatial#nearby",
            "http://www.opengis.net/ont/geosparql#sfWithin")) {
      all.put("?v <" + iri + "> ?w", reason(iri));
    }
    all.put("(?v ?w) <" + code + "> (?u 1)", CODE);
    all.put("?v <urn:a>/<" + code + "> ?w", CODE);
    all.put("?v ^<" + code + "> ?w", CODE);
    all.put("?v (<urn:a>|(<urn:b>/<" + code + ">)*)+ ?w", CODE);
    all.put("?v <" + code + ">{2,3} ?w", CODE);
    all.put("?v (<urn:a>/<urn:b>{20}){100} ?w", "steps");
    all.put("?v <urn:a>{1,2000000000} ?w", "steps");
    all.put("?v ((<urn:a>{50000}){50000}){50000} ?w", "steps");
    all.put("UNFOLD('[1]' AS ?v)", "UNFOLD");
    return all;
  }

  private static Map<String, String> forbiddenAggregates() {
    return Map.of(
        "AGG <java:a.B>(?a)", CODE,
        "AGG <urn:unknown>(?a)", "urn:unknown",
        "FOLD(?a)", "FOLD",
        "FOLD(?a, ?b)", "FOLD");
  }

  private Optional<HttpError> refusal(String sparql, boolean update) {
    try {
      policy.checkText(sparql);
      if (update) {
        policy.checkUpdate(UpdateFactory.create(sparql, Syntax.syntaxARQ));
      } else {
        policy.checkQuery(QueryFactory.create(sparql, Syntax.syntaxARQ));
      }
      return Optional.empty();
    } catch (HttpError e) {
      return Optional.of(e);
    }
  }

  private List<String> allowedThough(
      Map<String, String> positions, Map<String, String> forbidden, boolean update) {
    List<String> wrong = new ArrayList<>();
    positions
        .values()
        .forEach(
            template ->
                forbidden.forEach(
                    (thing, reason) -> {
                      String sparql = String.format(template, thing);
                      Optional<HttpError> refusal = refusal(sparql, update);
                      if (refusal.isEmpty() || !refusal.get().getMessage().contains(reason)) {
                        wrong.add(sparql + " → " + refusal.map(Throwable::getMessage));
                      }
                    }));
    return wrong;
  }

  @Test
  void a_forbidden_expression_is_refused_at_every_position_of_a_query() {
    assertThat(allowedThough(Positions.ofExpressions(), forbiddenExpressions(), false)).isEmpty();
  }

  @Test
  void a_forbidden_expression_is_refused_at_every_position_of_an_update() {
    assertThat(allowedThough(Positions.ofExpressionsInUpdates(), forbiddenExpressions(), true))
        .isEmpty();
  }

  @Test
  void a_forbidden_pattern_is_refused_at_every_position() {
    assertThat(allowedThough(Positions.ofPatterns(), forbiddenPatterns(), false)).isEmpty();
  }

  @Test
  void a_forbidden_aggregate_is_refused_at_every_position() {
    Map<String, String> positions =
        Map.of(
            "projection", "SELECT (%s AS ?x) { ?a ?b ?c }",
            "expression", "SELECT (1 + STRLEN(STR(%s)) AS ?x) { ?a ?b ?c }",
            "having", "SELECT ?b { ?a ?b ?c } GROUP BY ?b HAVING(%s > 1)",
            "order", "SELECT ?b { ?a ?b ?c } GROUP BY ?b ORDER BY (%s)",
            "subquery", "SELECT * { { SELECT (%s AS ?x) { ?a ?b ?c } } }",
            "exists", "ASK { FILTER EXISTS { { SELECT (%s AS ?x) { ?a ?b ?c } } } }");
    assertThat(allowedThough(positions, forbiddenAggregates(), false)).isEmpty();
  }

  @Test
  void an_update_may_neither_load_nor_delete_where_a_function_says() {
    assertThat(refusal("LOAD <http://127.0.0.1:9/>", true)).isPresent();
    assertThat(refusal("DELETE WHERE { ?x <java:a.B> ?y }", true)).isPresent();
    assertThat(refusal("DELETE WHERE { GRAPH ?g { ?x <" + APF + "strSplit> ?y } }", true))
        .isPresent();
  }

  @Test
  void the_reason_names_status_and_function() {
    assertThat(refusal("SELECT (<" + AFN + "wait>(1) AS ?x) {}", false).orElseThrow())
        .hasMessage("the function <" + AFN + "wait> is not allowed")
        .extracting(HttpError::status)
        .isEqualTo(403);
  }

  @Test
  void ordinary_queries_are_allowed() {
    for (String query :
        List.of(
            "SELECT * { ?x <urn:a>/^<urn:b>* ?y OPTIONAL { ?x !<java:a.B> ?z } }",
            "SELECT * { VALUES ?p { <java:a.B> } ?x ?p ?y }",
            "SELECT * { ?x <urn:a>{1,12} ?y }",
            "SELECT * { ?x <http://www.opengis.net/ont/geosparql#asWKT> ?y }",
            "SELECT * { ?x <http://jena.apache.org/text#query> ('a' 10) }",
            "SELECT * { ?x <http://jena.apache.org/ARQ/list#member> ?y }",
            "SELECT * { SERVICE <" + ALLOWED + "> { ?x ?y ?z FILTER(REGEX(?z, 'a')) } }",
            "SELECT (CALL(<" + FN + "concat>, 'a', 'b') AS ?x) (STDEV(?c) AS ?y) { ?a ?b ?c }",
            "CONSTRUCT { ?x <java:a.B> ?y } { ?x ?p ?y }",
            "DESCRIBE <java:a.B>",
            "ASK { FILTER(1 = 1) }")) {
      assertThatCode(() -> policy.checkQuery(QueryFactory.create(query, Syntax.syntaxARQ)))
          .as(query)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void a_function_or_a_join_of_too_many_parts_is_refused() {
    assertThatThrownBy(
            () ->
                check(
                    "ASK { FILTER(?x IN ("
                        + "1,".repeat(ExpressionVisitor.MAX_ARGUMENTS)
                        + "1)) }"))
        .hasMessageContaining("at most 10000 are allowed");
    assertThatThrownBy(() -> check("SELECT * { ?x <urn:p> (" + "1 ".repeat(600) + ") }"))
        .hasMessageContaining("1201 triple patterns");
  }

  private void check(String query) {
    policy.checkText(query);
    policy.checkQuery(QueryFactory.create(query, Syntax.syntaxARQ));
  }
}
