package org.newsgraph.serve.sparql.policy;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every position of a query or an update in which an expression or a pattern can stand. */
public final class Positions {
  private Positions() {}

  /** Positions of an expression in a query, as templates with {@code %s}. */
  public static Map<String, String> ofExpressions() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("projection", "SELECT (%s AS ?x) {}");
    all.put("BIND", "SELECT * { BIND(%s AS ?x) }");
    all.put("LET", "SELECT * { LET (?x := %s) }");
    all.put("FILTER", "SELECT * { ?a ?b ?c FILTER(%s) }");
    all.put("FILTER in OPTIONAL", "SELECT * { OPTIONAL { ?a ?b ?c FILTER(%s) } }");
    all.put("FILTER in UNION", "SELECT * { { ?a ?b ?c } UNION { ?a ?b ?c FILTER(%s) } }");
    all.put("FILTER in MINUS", "SELECT * { ?a ?b ?c MINUS { ?a ?b ?c FILTER(%s) } }");
    all.put("FILTER in GRAPH", "SELECT * { GRAPH ?g { ?a ?b ?c FILTER(%s) } }");
    all.put("LATERAL", "SELECT * { ?a ?b ?c LATERAL { BIND(%s AS ?x) } }");
    all.put("SEMIJOIN", "SELECT * { ?a ?b ?c SEMIJOIN { ?a ?b ?c FILTER(%s) } }");
    all.put("ANTIJOIN", "SELECT * { ?a ?b ?c ANTIJOIN { ?a ?b ?c FILTER(%s) } }");
    all.put("subquery", "SELECT * { { SELECT (%s AS ?x) {} } }");
    all.put("subquery of a subquery", "SELECT * { { SELECT * { { SELECT (%s AS ?x) {} } } } }");
    all.put("order of a subquery", "SELECT * { { SELECT * { ?a ?b ?c } ORDER BY (%s) } }");
    all.put("EXISTS", "ASK { FILTER EXISTS { ?a ?b ?c FILTER(%s) } }");
    all.put("NOT EXISTS", "ASK { FILTER NOT EXISTS { ?a ?b ?c FILTER(%s) } }");
    all.put("EXISTS of EXISTS", "ASK { FILTER EXISTS { FILTER NOT EXISTS { FILTER(%s) } } }");
    all.put("EXISTS of a projection", "SELECT (EXISTS { FILTER(%s) } AS ?x) {}");
    all.put("GROUP BY", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY (%s)");
    all.put("GROUP BY with a name", "SELECT ?g { ?a ?b ?c } GROUP BY (%s AS ?g)");
    all.put("HAVING", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY ?b HAVING (%s)");
    all.put(
        "aggregate of HAVING",
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c } GROUP BY ?b HAVING (SUM(%s) > 1)");
    all.put("ORDER BY", "SELECT * { ?a ?b ?c } ORDER BY (%s)");
    all.put("ORDER BY DESC", "SELECT * { ?a ?b ?c } ORDER BY ?a DESC(%s)");
    all.put("aggregate of ORDER BY", "SELECT ?b { ?a ?b ?c } GROUP BY ?b ORDER BY (MAX(%s))");
    for (String aggregate :
        new String[] {
          "COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT", "MEDIAN", "MODE", "STDEV"
        }) {
      all.put(aggregate, "SELECT (" + aggregate + "(%s) AS ?x) { ?a ?b ?c }");
      all.put(
          aggregate + " DISTINCT", "SELECT (" + aggregate + "(DISTINCT %s) AS ?x) { ?a ?b ?c }");
    }
    all.put("GROUP_CONCAT with ;", "SELECT (GROUP_CONCAT(%s; SEPARATOR=',') AS ?x) { ?a ?b ?c }");
    all.put(
        "aggregate of EXISTS", "SELECT (SUM(IF(EXISTS { FILTER(%s) },1,0)) AS ?x) { ?a ?b ?c }");
    all.put(
        "aggregate of a subquery",
        "SELECT * { { SELECT (SAMPLE(IF(EXISTS { BIND(%s AS ?y) },1,0)) AS ?x) { ?a ?b ?c } } }");
    all.put("expression of aggregates", "SELECT (1 + SUM(%s) * COUNT(?a) AS ?x) { ?a ?b ?c }");
    all.put("IF", "SELECT (IF(?a, ?b, %s) AS ?x) { ?a ?b ?c }");
    all.put("COALESCE", "SELECT (COALESCE(1/0, %s) AS ?x) {}");
    all.put("IN", "SELECT (1 IN (2, %s) AS ?x) {}");
    all.put("left of IN", "SELECT (%s NOT IN (2, 3) AS ?x) {}");
    all.put("logic", "SELECT (!(?a || ?b && %s) AS ?x) { ?a ?b ?c }");
    all.put("comparison", "SELECT (?a < %s AS ?x) { ?a ?b ?c }");
    all.put("arithmetic", "SELECT (- (1 + 2 * %s) AS ?x) {}");
    all.put("argument of a keyword", "SELECT (CONCAT('a', STR(%s)) AS ?x) {}");
    all.put(
        "argument of a function",
        "SELECT (<http://www.w3.org/2005/xpath-functions#concat>('a', %s) AS ?x) {}");
    all.put(
        "argument of CALL",
        "SELECT (CALL(<http://www.w3.org/2005/xpath-functions#boolean>, %s) AS ?x) {}");
    all.put("triple term", "SELECT (TRIPLE(<urn:a>, <urn:b>, %s) AS ?x) {}");
    all.put("regular expression", "SELECT (REGEX('a', %s) AS ?x) {}");
    all.put("CONSTRUCT", "CONSTRUCT { ?a ?b ?x } { ?a ?b ?c BIND(%s AS ?x) }");
    all.put("DESCRIBE", "DESCRIBE ?a { ?a ?b ?c FILTER(%s) }");
    all.put("ASK", "ASK { FILTER(%s) }");
    all.put("JSON", "JSON { 'a': ?x } WHERE { BIND(%s AS ?x) }");
    return all;
  }

  /** Positions of an expression in an update, as templates with {@code %s}. */
  public static Map<String, String> ofExpressionsInUpdates() {
    Map<String, String> all = new LinkedHashMap<>();
    String insert = "INSERT { GRAPH <urn:g> { <urn:a> <urn:b> ?x } } ";
    all.put("INSERT", insert + "WHERE { BIND(%s AS ?x) }");
    all.put("DELETE", "DELETE { ?a ?b ?c } WHERE { ?a ?b ?c FILTER(%s) }");
    all.put("WITH", "WITH <urn:g> DELETE { ?a ?b ?c } WHERE { ?a ?b ?c FILTER(%s) }");
    all.put("USING", insert + "USING <urn:g> WHERE { BIND(%s AS ?x) }");
    all.put("subquery of an update", insert + "WHERE { { SELECT (SUM(%s) AS ?x) { ?a ?b ?c } } }");
    all.put("order of an update", insert + "WHERE { { SELECT * { ?a ?b ?x } ORDER BY (%s) } }");
    all.put("second operation", "CLEAR GRAPH <urn:g> ; " + insert + "WHERE { BIND(%s AS ?x) }");
    return all;
  }

  /** Positions of a graph pattern in a query, in addition to EXISTS in each expression. */
  public static Map<String, String> ofPatterns() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("group", "SELECT * { %s }");
    all.put("group in a group", "SELECT * { ?a ?b ?c { { %s } } }");
    all.put("OPTIONAL", "SELECT * { OPTIONAL { %s } }");
    all.put("UNION", "SELECT * { {} UNION {} UNION { %s } }");
    all.put("MINUS", "SELECT * { ?a ?b ?c MINUS { %s } }");
    all.put("GRAPH", "SELECT * { GRAPH ?g { %s } }");
    all.put("LATERAL", "SELECT * { ?a ?b ?c LATERAL { %s } }");
    all.put("subquery", "SELECT * { { SELECT * { %s } } }");
    all.put("CONSTRUCT", "CONSTRUCT { ?a ?b ?c } WHERE { %s }");
    all.put("DESCRIBE", "DESCRIBE ?a { %s }");
    all.put("ASK", "ASK { %s }");
    return all;
  }
}
