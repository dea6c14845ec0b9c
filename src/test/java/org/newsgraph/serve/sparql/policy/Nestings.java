package org.newsgraph.serve.sparql.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Queries and updates in which a construct is nested or repeated a number of times. */
public final class Nestings {
  private Nestings() {}

  /** Constructs of queries, by name. */
  public static Map<String, IntFunction<String>> ofQueries() {
    Map<String, IntFunction<String>> all = new LinkedHashMap<>();
    nested(all, "parentheses", "ASK { FILTER(", "(", "1", ")", ") }");
    nested(all, "groups", "SELECT * { ", "{", "", "}", " }");
    nested(all, "nots", "ASK { FILTER(", "!", "true", "", ") }");
    nested(all, "nots of parentheses", "ASK { FILTER(", "!(", "true", ")", ") }");
    nested(all, "minus signs", "ASK { FILTER(", "- ", "?x", "", ") }");
    nested(all, "minus signs of parentheses", "ASK { FILTER(", "-(", "?x", ")", ") }");
    nested(all, "blank nodes", "SELECT * { ?a ?b ", "[ <urn:p> ", "1", " ]", " }");
    nested(all, "lists", "SELECT * { ?a ?b ", "( ", "1", " )", " }");
    nested(all, "triple terms", "SELECT * { ?a ?b ", "<<( ?s ?p ", "1", " )>>", " }");
    nested(all, "reified triples", "SELECT * { ?a ?b ", "<< ?s ?p ", "1", " >>", " }");
    nested(all, "annotations", "SELECT * { ?a ?b ?c ", "{| ?d ?e ", "", "|}", " }");
    nested(all, "EXISTS", "ASK { ", "FILTER EXISTS { ?a ?b ?c ", "", "}", " }");
    nested(all, "OPTIONAL", "ASK { ", "OPTIONAL { ?a ?b ?c ", "", "}", " }");
    nested(all, "MINUS", "ASK { ", "?a ?b ?c MINUS { ", "?a ?b ?c", "}", " }");
    nested(all, "GRAPH", "ASK { ", "GRAPH ?g { ?a ?b ?c ", "", "}", " }");
    nested(all, "LATERAL", "ASK { ", "?a ?b ?c LATERAL { ", "", "}", " }");
    nested(all, "UNION", "ASK { ", "{ ?a ?b ?c } UNION { ", "", "}", " }");
    nested(all, "subqueries", "SELECT * { ", "{ SELECT * { ", "?a ?b ?c", "} }", " }");
    nested(all, "STR", "SELECT (", "STR(", "1", ")", " AS ?x) {}");
    nested(all, "IF", "SELECT (", "IF(true, 1, ", "2", ")", " AS ?x) {}");
    nested(all, "COALESCE", "SELECT (", "COALESCE(?y, ", "2", ")", " AS ?x) {}");
    nested(all, "IN", "SELECT (", "1 IN (", "2", ")", " AS ?x) {}");
    nested(all, "sums of sums", "SELECT (", "1 + (", "2", ") + 3", " AS ?x) {}");
    nested(
        all,
        "CALL",
        "SELECT (",
        "CALL(<http://www.w3.org/2005/xpath-functions#boolean>, ",
        "2",
        ")",
        " AS ?x) {}");
    nested(all, "stars", "SELECT * { ?a ", "(", "<urn:p>", ")*", " ?b }");
    nested(all, "inverse paths", "SELECT * { ?a ", "^(", "<urn:p>", ")", " ?b }");
    nested(all, "paths", "SELECT * { ?a ", "(<urn:q>/", "<urn:p>", ")", " ?b }");
    nested(all, "alternatives of paths", "SELECT * { ?a ", "(<urn:q>|", "<urn:p>", ")", " ?b }");
    repeated(all, "a path of steps", "SELECT * { ?a <urn:p>", "/<urn:p>", " ?b }");
    repeated(all, "a path of stars", "SELECT * { ?a <urn:p>", "/<urn:p>*", " ?b }");
    repeated(all, "a path of alternatives", "SELECT * { ?a <urn:p>", "|<urn:p>", " ?b }");
    repeated(all, "a path of inverse steps", "SELECT * { ?a <urn:p>", "/^<urn:p>", " ?b }");
    repeated(all, "a set of excluded properties", "ASK { ?a !(<urn:p>", "|<urn:p>", ") ?b }");
    repeated(all, "UNIONs", "SELECT * { {?a ?b <urn:c>}", " UNION {?a ?b <urn:c>}", " }");
    repeated(all, "OPTIONALs", "SELECT * { ", "OPTIONAL {?a ?b <urn:c>} ", " }");
    repeated(all, "MINUSes", "SELECT * { ?a ?b <urn:c> ", "MINUS {?a ?b <urn:d>} ", " }");
    repeated(all, "FILTERs", "SELECT * { ?a ?b <urn:c> ", "FILTER(?b != 1) ", " }");
    repeated(all, "EXISTS filters", "ASK { ?a ?b <urn:c> ", "FILTER EXISTS {?a ?b ?c} ", " }");
    repeated(all, "groups beside each other", "SELECT * { ", "{?a ?b <urn:c>} ", " }");
    repeated(all, "empty groups", "SELECT * { ", "{} ", " }");
    repeated(all, "GRAPHs", "SELECT * { ", "GRAPH ?g {?a ?b <urn:c>} ", " }");
    repeated(all, "LATERALs", "SELECT * { ?a ?b <urn:c> ", "LATERAL {?a ?b ?c} ", " }");
    repeated(all, "subqueries beside", "SELECT * { ", "{SELECT * {?a ?b <urn:c>}} ", " }");
    repeated(all, "triples", "SELECT * { ", "?a ?b <urn:c> . ", " }");
    repeated(all, "triples of a subject", "SELECT * { ?a ?b <urn:c>", " ; ?b <urn:d>", " }");
    repeated(all, "objects", "SELECT * { ?a ?b <urn:c>", ", <urn:d>", " }");
    repeated(all, "blank nodes beside", "SELECT * { ", "[ ?b <urn:c> ] . ", " }");
    repeated(all, "a list", "SELECT * { ?a ?b ( ", "1 ", ") }");
    repeated(all, "ors", "SELECT * { FILTER(false", " || false", ") }");
    repeated(all, "ands", "SELECT * { FILTER(true", " && true", ") }");
    repeated(all, "a sum", "SELECT (1", " + 1", " AS ?x) {}");
    repeated(all, "a sum of signed numbers", "SELECT (1", " -1", " AS ?x) {}");
    repeated(all, "a product", "SELECT (1", " * 1", " AS ?x) {}");
    repeated(all, "a quotient", "SELECT (1", " / 1", " AS ?x) {}");
    repeated(all, "members of IN", "SELECT (1 IN (2", ", 3", ") AS ?x) {}");
    repeated(all, "arguments", "SELECT (CONCAT('a'", ", 'a'", ") AS ?x) {}");
    repeated(all, "values", "SELECT * { VALUES ?x { ", "-1 ", "} }");
    repeated(all, "rows of values", "SELECT * { VALUES (?x ?y) { ", "(1 -1) ", "} }");
    repeated(all, "values at the end", "SELECT * {} VALUES ?x { ", "1 ", "}");
    numbered(all, "BINDs", "SELECT * { ", "BIND(1 AS ?x%d) ", " }");
    numbered(all, "LETs", "SELECT * { ", "LET(?x%d := 1) ", " }");
    numbered(all, "BINDs of each other", "SELECT * { BIND(1 AS ?x) ", "BIND(?x AS ?x%d) ", " }");
    numbered(all, "results", "SELECT ", "(1 AS ?x%d) ", " {}");
    numbered(all, "aggregates", "SELECT ", "(COUNT(?a) AS ?x%d) ", " { ?a ?b <urn:c> }");
    numbered(all, "prefixes", "", "PREFIX p%d: <urn:p> ", " ASK {}");
    numbered(all, "graphs", "SELECT * ", "FROM <urn:g%d> ", " { ?a ?b <urn:c> }");
    numbered(all, "groups of GROUP BY", "SELECT * { ?a ?b <urn:c> } GROUP BY ?a", " ?x%d", "");
    numbered(all, "orders", "SELECT * { ?a ?b <urn:c> } ORDER BY ?a", " ?x%d", "");
    numbered(all, "HAVINGs", "SELECT ?a { ?a ?b <urn:c> } GROUP BY ?a HAVING(1=1)", " (1=%d)", "");
    numbered(all, "things to describe", "DESCRIBE <urn:x>", " <urn:x%d>", "");
    numbered(all, "a template", "CONSTRUCT { ", "?a ?b <urn:c%d> . ", " } { ?a ?b <urn:c> }");
    return all;
  }

  /** Constructs of updates, by name. */
  public static Map<String, IntFunction<String>> ofUpdates() {
    Map<String, IntFunction<String>> all = new LinkedHashMap<>();
    nested(all, "blank nodes", "INSERT DATA { <urn:a> <urn:b> ", "[ <urn:p> ", "1", " ]", " }");
    nested(all, "lists", "INSERT DATA { <urn:a> <urn:b> ", "( ", "1", " )", " }");
    nested(
        all,
        "triple terms",
        "INSERT DATA { <urn:a> <urn:b> ",
        "<<( <urn:s> <urn:p> ",
        "1",
        " )>>",
        " }");
    nested(all, "groups", "DELETE { ?a ?b ?c } WHERE { ", "{", "?a ?b <urn:none>", "}", " }");
    repeated(
        all, "operations", "CLEAR SILENT GRAPH <urn:none>", " ; CLEAR SILENT GRAPH <urn:none>", "");
    repeated(all, "inserts", "", "INSERT DATA { <urn:a> <urn:b> 1 } ; ", "");
    repeated(all, "a list", "INSERT DATA { <urn:a> <urn:b> ( ", "1 ", ") }");
    repeated(
        all,
        "UNIONs",
        "DELETE { ?a ?b ?c } WHERE { {?a ?b <urn:none>}",
        " UNION {?a ?b <urn:none>}",
        " }");
    repeated(all, "patterns", "DELETE WHERE { ", "?a ?b <urn:none> . ", " }");
    numbered(all, "data", "INSERT DATA { ", "<urn:a> <urn:b> %d . ", " }");
    numbered(all, "graphs", "INSERT DATA { ", "GRAPH <urn:g%d> { <urn:a> <urn:b> 1 } ", " }");
    numbered(all, "a template", "INSERT { ", "?a ?b %d . ", " } WHERE { ?a ?b <urn:none> }");
    numbered(
        all, "USINGs", "DELETE { ?a ?b ?c } ", "USING <urn:g%d> ", " WHERE { ?a ?b <urn:none> }");
    return all;
  }

  private static void nested(
      Map<String, IntFunction<String>> all,
      String name,
      String before,
      String open,
      String inner,
      String close,
      String after) {
    all.put(name, n -> before + open.repeat(n) + inner + close.repeat(n) + after);
  }

  private static void repeated(
      Map<String, IntFunction<String>> all, String name, String before, String part, String after) {
    all.put(name, n -> before + part.repeat(n) + after);
  }

  private static void numbered(
      Map<String, IntFunction<String>> all, String name, String before, String part, String after) {
    all.put(
        name,
        n ->
            before
                + IntStream.range(0, n)
                    .mapToObj(i -> String.format(part, i))
                    .collect(Collectors.joining())
                + after);
  }
}
