package org.newsgraph.serve.sparql.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.UpdateExec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.sparql.SparqlPolicy;

/** Every function of the library works, and no other exists while a query runs. */
class FunctionLibraryTest {
  private static final String PREFIXES =
      """
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX fn: <http://www.w3.org/2005/xpath-functions#>
      PREFIX math: <http://www.w3.org/2005/xpath-functions/math#>
      PREFIX afn: <http://jena.apache.org/ARQ/function#>
      PREFIX agg: <http://jena.apache.org/ARQ/function/aggregate#>
      PREFIX geof: <http://www.opengis.net/def/function/geosparql/>
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX near: <http://jena.apache.org/function/spatial#>
      PREFIX uom: <http://www.opengis.net/def/uom/OGC/1.0/>
      PREFIX list: <http://jena.apache.org/ARQ/list#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  private static final DatasetGraph DATASET = DatasetGraphFactory.createTxnMem();
  private static final SparqlPolicy POLICY = new SparqlPolicy(Set.of());

  @BeforeAll
  static void install() {
    POLICY.install(DATASET.getContext());
    UpdateExec.dataset(DATASET)
        .update(
            "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> INSERT DATA {"
                + " <urn:a> <urn:list> (1 2) . <urn:bag> a rdf:Bag ; rdf:_1 1 ; rdf:_2 3 }")
        .execute();
  }

  /** Examples of arguments, by function. Functions of one group that are missing take the first. */
  private static Map<String, String> examples() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("xsd:", "('1')");
    all.put("xsd:boolean", "(1)");
    all.put(
        "xsd:date xsd:dateTime xsd:gDay xsd:gMonth xsd:gMonthDay",
        "('2016-05-04T01:02:03'^^xsd:dateTime)");
    all.put("xsd:gYear xsd:gYearMonth xsd:time", "('2016-05-04T01:02:03'^^xsd:dateTime)");
    all.put("xsd:dayTimeDuration xsd:duration", "('P1D')");
    all.put("xsd:yearMonthDuration", "('P1Y')");
    all.put("xsd:negativeInteger xsd:nonPositiveInteger", "('-1')");
    all.put("fn:", "('abc', 'b')");
    all.put("fn:abs fn:ceiling fn:floor fn:round fn:round-half-to-even", "(1.5)");
    all.put("fn:boolean fn:not fn:encode-for-uri fn:lower-case fn:upper-case", "('abc')");
    all.put("fn:normalize-space fn:normalize-unicode fn:string-length", "('abc')");
    all.put("fn:format-number", "(1.5, '0.0')");
    all.put("fn:numeric-integer-divide fn:numeric-mod", "(7, 2)");
    all.put("fn:replace", "('abc', 'b', 'c')");
    all.put("fn:substring", "('abc', 2)");
    all.put("fn:adjust-date-to-timezone", "('2016-05-04'^^xsd:date, 'PT1H'^^xsd:dayTimeDuration)");
    all.put(
        "fn:adjust-dateTime-to-timezone",
        "('2016-05-04T01:02:03'^^xsd:dateTime, 'PT1H'^^xsd:dayTimeDuration)");
    all.put("fn:adjust-time-to-timezone", "('01:02:03'^^xsd:time, 'PT1H'^^xsd:dayTimeDuration)");
    all.put("fn:dateTime", "('2016-05-04'^^xsd:date, '01:02:03'^^xsd:time)");
    all.put(
        "fn:day-from-date fn:month-from-date fn:year-from-date fn:timezone-from-date",
        "('2016-05-04Z'^^xsd:date)");
    all.put(
        "fn:day-from-dateTime fn:month-from-dateTime fn:year-from-dateTime fn:hours-from-dateTime",
        "('2016-05-04T01:02:03Z'^^xsd:dateTime)");
    all.put(
        "fn:minutes-from-dateTime fn:seconds-from-dateTime fn:timezone-from-dateTime",
        "('2016-05-04T01:02:03Z'^^xsd:dateTime)");
    all.put(
        "fn:hours-from-time fn:minutes-from-time fn:seconds-from-time fn:timezone-from-time",
        "('01:02:03Z'^^xsd:time)");
    all.put(
        "fn:days-from-duration fn:hours-from-duration fn:minutes-from-duration",
        "('P1DT2H3M4S'^^xsd:dayTimeDuration)");
    all.put("fn:seconds-from-duration", "('P1DT2H3M4S'^^xsd:dayTimeDuration)");
    all.put("fn:months-from-duration fn:years-from-duration", "('P1Y2M'^^xsd:yearMonthDuration)");
    all.put("fn:implicit-timezone math:pi afn:e afn:now afn:nowtz afn:pi afn:timezone", "()");
    all.put("afn:date", "('2016-05-04')");
    all.put("math:", "(0.5)");
    all.put("math:atan2 math:pow afn:max afn:min", "(1, 2)");
    all.put("afn:bnode", "(?blank)");
    all.put("afn:collation", "('en', 'a')");
    all.put("afn:evenInteger afn:sqrt", "(4)");
    all.put("afn:langeq", "('a'@en, 'en')");
    all.put("afn:localname afn:namespace", "(<urn:x:a>)");
    all.put("afn:sha1sum afn:strlen", "('abc')");
    all.put("afn:strjoin", "(',', 'a', 'b')");
    all.put("afn:substr afn:substring", "('abc', 1, 2)");
    String square = "'POLYGON((0 0, 0 9, 9 9, 9 0, 0 0))'^^geo:wktLiteral";
    String point = "'POINT(1 2)'^^geo:wktLiteral";
    all.put("geof:", "(" + square + ", " + point + ")");
    all.put("near:distance", "(" + point + ", " + point + ", uom:metre)");
    all.put("geof:distance", "(" + point + ", " + point + ", uom:degree)");
    all.put("geof:buffer", "(" + point + ", 10, uom:degree)");
    all.put("geof:relate", "(" + square + ", " + point + ", 'T********')");
    all.put(
        "geof:boundary geof:convexHull geof:envelope geof:getSRID geof:dimension",
        "(" + square + ")");
    all.put(
        "geof:coordinateDimension geof:spatialDimension geof:isEmpty geof:isSimple",
        "(" + square + ")");
    all.put(
        "near:equals near:azimuth near:azimuthDeg near:greatCircleGeom",
        "(" + point + ", " + point + ", uom:metre)");
    all.put("near:equals", "(" + point + ", " + point + ")");
    all.put("near:azimuth near:azimuthDeg", "(1, 2, 3, 4)");
    all.put("near:greatCircle", "(1, 2, 3, 4, uom:metre)");
    all.put("near:angle near:angleDeg", "(1, 2, 3, 4)");
    all.put("near:convertLatLon", "(1, 2)");
    all.put("near:convertLatLonBox", "(1, 2, 3, 4)");
    all.put("near:nearby", "(" + point + ", " + point + ", 10, uom:metre)");
    all.put("agg:", "(?x)");
    Map<String, String> single = new LinkedHashMap<>();
    all.forEach(
        (names, arguments) -> List.of(names.split(" ")).forEach(it -> single.put(it, arguments)));
    return single;
  }

  private static Node first(String query) {
    try (QueryExec exec =
        QueryExec.dataset(DATASET).query(QueryFactory.create(query, Syntax.syntaxARQ)).build()) {
      RowSet rows = exec.select();
      Binding row = rows.hasNext() ? rows.next() : null;
      return row == null ? null : row.get(Var.alloc("result"));
    }
  }

  @Test
  void every_function_of_the_library_works() {
    Map<String, String> prefixes =
        QueryFactory.create(PREFIXES + "ASK {}").getPrefixMapping().getNsPrefixMap();
    Map<String, String> examples = examples();
    List<String> wrong = new ArrayList<>();
    for (String iri : FunctionLibrary.listed().iris()) {
      String prefix =
          prefixes.entrySet().stream()
              .filter(it -> iri.startsWith(it.getValue()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse("");
      String name = prefix + ":" + iri.substring(prefixes.getOrDefault(prefix, "").length());
      String arguments = examples.getOrDefault(name, examples.get(prefix + ":"));
      if (FunctionLibrary.listed().isPropertyFunction(iri)) {
        continue;
      }
      boolean aggregate = FunctionLibrary.listed().isAggregate(iri);
      String call = aggregate ? "AGG <" + iri + ">" + arguments : "<" + iri + ">" + arguments;
      String query =
          PREFIXES
              + "SELECT ("
              + call
              + " AS ?result) { VALUES ?x { 1 2 } BIND(BNODE() AS ?blank) }";
      try {
        POLICY.checkText(query);
        POLICY.checkQuery(QueryFactory.create(query, Syntax.syntaxARQ));
        if (first(query) == null) {
          wrong.add(call);
        }
      } catch (RuntimeException e) {
        wrong.add(call + ": " + e);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_property_function_of_the_library_works() {
    assertThat(
            first(
                    "SELECT ?result { <urn:a> <urn:list> ?l . ?l <http://jena.apache.org/ARQ/list#length> ?result }")
                .getLiteralValue())
        .isEqualTo(2);
    assertThat(
            first(
                    "SELECT ?result { <urn:a> <urn:list> ?l . ?l <http://jena.apache.org/ARQ/list#member> ?result }")
                .getLiteralValue())
        .isEqualTo(1);
    assertThat(
            first(
                    "SELECT ?result { <urn:a> <urn:list> ?l . ?l <http://jena.apache.org/ARQ/list#index> (?result 2) }")
                .getLiteralValue())
        .isEqualTo(1);
    assertThat(
            first(
                    "SELECT (SUM(?m) AS ?result) { <urn:bag> <http://www.w3.org/2000/01/rdf-schema#member> ?m }")
                .getLiteralValue())
        .isEqualTo(4);
  }

  @Test
  void no_other_function_exists_while_a_query_runs() {
    for (String call :
        List.of(
            "<java:org.apache.jena.sparql.function.library.now>()",
            "CALL(IRI(CONCAT('ja', 'va:org.apache.jena.sparql.function.library.now')))",
            "CALL(<http://jena.apache.org/ARQ/function#version>)",
            "<http://jena.apache.org/ARQ/function#wait>(1)",
            "<http://www.w3.org/2005/xpath-functions#apply>(<http://jena.apache.org/ARQ/function#version>)",
            "<http://www.dotnetrdf.org/leviathan#cube>(3)")) {
      assertThat(first("SELECT (" + call + " AS ?result) {}")).as(call).isNull();
    }
    assertThat(
            first(
                "SELECT * { ?result <java:org.apache.jena.sparql.pfunction.library.versionARQ> ?v }"))
        .isNull();
    assertThat(first("SELECT * { ?result <http://jena.apache.org/ARQ/property#splitIRI> (?a ?b) }"))
        .isNull();
  }

  @Test
  void service_calls_no_endpoint_while_a_query_runs() {
    for (String service :
        List.of(
            "SERVICE <http://127.0.0.1:1/>",
            "SERVICE SILENT <http://127.0.0.1:1/>",
            "VALUES ?x { <http://127.0.0.1:1/> } SERVICE ?x")) {
      assertThatThrownBy(() -> first("SELECT * { " + service + " { ?result ?p ?o } }"))
          .as(service)
          .isInstanceOf(HttpError.class)
          .hasMessageContaining("SERVICE is not allowed");
    }
  }

  @Test
  void geometries_are_in_wkt_of_bounded_depth() {
    String deep = "GEOMETRYCOLLECTION(".repeat(60) + "POINT(0 0)" + ")".repeat(60);
    for (String geometry :
        List.of(
            "'" + deep + "'^^geo:wktLiteral",
            "'<gml:Point xmlns:gml=\"http://www.opengis.net/gml/3.2\"><gml:pos>1 2</gml:pos></gml:Point>'^^geo:gmlLiteral",
            "'{\"type\":\"Point\",\"coordinates\":[1,2]}'^^geo:geoJSONLiteral")) {
      assertThat(first(PREFIXES + "SELECT (geof:envelope(" + geometry + ") AS ?result) {}"))
          .as(geometry)
          .isNull();
    }
    String shallow = "GEOMETRYCOLLECTION(".repeat(5) + "POINT(0 0)" + ")".repeat(5);
    assertThat(
            first(
                PREFIXES
                    + "SELECT (geof:envelope('"
                    + shallow
                    + "'^^geo:wktLiteral) AS ?result) {}"))
        .isNotNull();
  }

  @Test
  void implementations_of_the_server_take_precedence() {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    POLICY.install(dataset.getContext());
    var functions = org.apache.jena.sparql.function.FunctionRegistry.get(dataset.getContext());
    functions.put("urn:other", org.apache.jena.sparql.function.library.pi.class);
    functions.put("urn:x-newsgraph:own", org.apache.jena.sparql.function.library.pi.class);
    functions.put(
        "http://jena.apache.org/ARQ/function#e", org.apache.jena.sparql.function.library.pi.class);
    POLICY.install(dataset.getContext());
    try (QueryExec exec =
        QueryExec.dataset(dataset)
            .query(
                "SELECT (<http://jena.apache.org/ARQ/function#e>() AS ?e)"
                    + " (<urn:x-newsgraph:own>() AS ?own) (<urn:other>() AS ?other) {}")
            .build()) {
      Binding row = exec.select().next();
      assertThat(row.get("e").getLiteralLexicalForm()).startsWith("3.14");
      assertThat(row.get("own").getLiteralLexicalForm()).startsWith("3.14");
      assertThat(row.get("other")).isNull();
    }
  }
}
