package org.newsgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.export.format.ExportFormat;
import org.newsgraph.export.format.ExportOptions;
import org.newsgraph.export.network.NetworkOptions;
import org.newsgraph.export.network.VertexKind;
import org.newsgraph.store.NewsStore;

/** Tests that the target tools open exports and count the same as SPARQL. */
@Tag("full")
class ExternalToolsTest {
  /**
   * Name with a tab, quotation marks, a line end, markup and an emoji, all of which need escaping.
   */
  private static final String ODD = "A \"so-called\"\t'b;c',\\ \n<d> & 🚢 \\\" =e";

  private static final String SAID_ABOUT = "?s news:speaker ?x ; news:about ?y";

  @TempDir static Path folder;
  private static NewsStore store;

  @BeforeAll
  static void create() {
    store = Database.create(folder.resolve("data"));
    Database.add(store, "odd", ODD);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static Path export(ExportFormat format, ExportOptions options, String name) {
    return Database.export(store, format.exporter(options), folder.resolve(name));
  }

  private static long entities() {
    return Database.count(store, "{ SELECT DISTINCT ?e { ?e a news:Entity } }");
  }

  private static long articles() {
    return Database.count(store, "?a a news:Article");
  }

  /** Counts the edges of the network of entities by SPARQL. */
  private static long edges() {
    return Database.count(store, "{ SELECT DISTINCT ?x ?y { " + SAID_ABOUT + " } }")
        + Database.count(store, "{ SELECT DISTINCT ?x ?y { " + together() + " } }");
  }

  private static long weight() {
    return Database.count(store, SAID_ABOUT)
        + Database.count(store, "{ SELECT DISTINCT ?a ?x ?y { " + together() + " } }");
  }

  private static String together() {
    return "?a news:mention/news:refersTo ?x , ?y FILTER (STR(?x) < STR(?y))";
  }

  /** Counts the edges of the network of entities and articles by SPARQL. */
  private static long allEdges() {
    return edges()
        + Database.count(store, "{ SELECT DISTINCT ?x ?a { ?a news:statement/news:speaker ?x } }")
        + Database.count(store, "{ SELECT DISTINCT ?x ?a { ?a news:mention/news:refersTo ?x } }");
  }

  @ParameterizedTest
  @EnumSource(
      value = ExportFormat.class,
      names = {"GEXF", "GRAPHML"})
  void gephi_opens_networks(ExportFormat format) throws IOException {
    String name = "gephi." + format;
    List<String> found =
        ExternalTools.java("gephi", export(format, ExportOptions.NONE, name).toString());
    assertThat(found)
        .contains("nodes " + entities(), "edges " + edges(), "weight " + weight())
        .contains("label Ada Novak", "label " + ODD.replace("\n", "\\n"))
        .noneMatch(line -> line.contains("ignored"));
    if (format == ExportFormat.GEXF) {
      assertThat(found).contains("dynamic true", "kinds [null, said about, mentioned with]");
    }
  }

  @Test
  void gephi_opens_articles_and_entities_together() throws IOException {
    ExportOptions both =
        new ExportOptions(new NetworkOptions(VertexKind.BOTH, Set.of(), true), false);
    assertThat(ExternalTools.java("gephi", export(ExportFormat.GEXF, both, "both.gexf").toString()))
        .contains("nodes " + (entities() + articles()), "edges " + allEdges());
  }

  @Test
  void networkx_and_igraph_read_graphml() throws IOException {
    Path file = export(ExportFormat.GRAPHML, ExportOptions.NONE, "networks.graphml");
    List<String> found = ExternalTools.python("networkx, igraph", "networks.py", file.toString());
    String counts = " " + entities() + " " + edges() + " " + weight();
    assertThat(found).contains("networkx" + counts, "igraph" + counts);
    for (String tool : List.of("networkx", "igraph")) {
      String labels =
          found.stream()
              .filter(line -> line.startsWith(tool + " labels "))
              .findFirst()
              .orElseThrow()
              .substring(tool.length() + 8);
      assertThat(texts(new ObjectMapper().readTree(labels))).contains("Ada Novak", ODD);
    }
  }

  @Test
  void cytoscape_js_loads_the_network_in_a_browser() throws IOException {
    String modules = System.getenv("NEWSGRAPH_NODE_MODULES");
    Path library = Path.of(modules == null ? "" : modules, "cytoscape/dist/cytoscape.min.js");
    ExternalTools.require(
        modules != null && Files.exists(library),
        "NEWSGRAPH_NODE_MODULES does not say where cytoscape is");
    ExternalTools.require(
        !ExternalTools.run("chromium", "--version").contains("Exception"), "no chromium");
    Path page = Files.createDirectory(folder.resolve("cytoscape"));
    Path network = export(ExportFormat.CYTOSCAPE, ExportOptions.NONE, "network.cyjs");
    Files.writeString(page.resolve("network.js"), "const network = " + Files.readString(network));
    Files.copy(library, page.resolve("cytoscape.js"));
    Files.copy(Path.of("src/test/tools/cytoscape.html"), page.resolve("index.html"));
    String shown =
        ExternalTools.run(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--user-data-dir=" + page.resolve("profile"),
            "--dump-dom",
            page.resolve("index.html").toUri().toString());
    JsonNode found =
        new ObjectMapper()
            .readTree(Jsoup.parse(shown.substring(shown.indexOf("<html"))).select("#found").text());
    assertThat(found.path("nodes").asLong()).isEqualTo(entities());
    assertThat(found.path("edges").asLong()).isEqualTo(edges());
    assertThat(found.path("weight").asLong()).isEqualTo(weight());
    assertThat(found.path("placed").asLong()).isEqualTo(entities());
    assertThat(texts(found.path("labels"))).contains("Ada Novak", ODD);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "parquet"})
  void duckdb_reads_tables(String format) throws IOException {
    Path tables =
        export(
            ExportFormat.valueOf(format.toUpperCase(Locale.ROOT)),
            ExportOptions.NONE,
            "duckdb-" + format);
    List<String> found = ExternalTools.java("duckdb", tables.toString(), format);
    assertThat(found)
        .contains(
            "articles " + articles(),
            "entities " + entities(),
            "mentions " + Database.count(store, "?m a news:Mention"),
            "statements " + Database.count(store, "?s a news:Statement"),
            "about " + Database.count(store, "?s news:about ?e"),
            "roles " + Database.count(store, "?p news:hasRole ?r"),
            "relations " + Database.count(store, "?p news:hasRelation ?r"));
    assertThat(String.join("\n", found)).contains("name " + ODD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"import.args", "load.cypher"})
  void neo4j_imports_and_answers_what_sparql_answers(String how) throws IOException {
    Path csv = export(ExportFormat.NEO4J, ExportOptions.NONE, "neo4j-" + how);
    List<String> arguments =
        new ArrayList<>(List.of(csv.toString(), folder.resolve("db-" + how).toString()));
    if (how.equals("load.cypher")) {
      arguments.add(how);
    }
    List<String> found = ExternalTools.java("neo4j", arguments.toArray(String[]::new));
    assertThat(answers(found, 1))
        .isEqualTo(
            Database.rows(
                store,
                """
                SELECT ?name (COUNT(DISTINCT ?s) AS ?n) { ?s news:speaker ?e . ?e rdfs:label ?name }
                GROUP BY ?e ?name
                """))
        .isNotEmpty();
    assertThat(answers(found, 2))
        .isEqualTo(
            Database.rows(
                store,
                """
                SELECT ?who ?whom ?content {
                  ?s news:speaker/rdfs:label ?who ; news:about/rdfs:label ?whom ; news:content ?content
                }
                """))
        .isNotEmpty();
    assertThat(answers(found, 4))
        .isEqualTo(
            Database.rows(
                store,
                """
                SELECT ?who ?role ?where {
                  ?p news:hasRole ?r ; rdfs:label ?who . ?r news:roleText ?role
                  OPTIONAL { ?r news:organisation/rdfs:label ?in } BIND (COALESCE(?in, "") AS ?where)
                }
                """))
        .isNotEmpty();
    assertThat(answers(found, 3))
        .hasSize((int) Database.count(store, "?a news:mention ?m"))
        .anyMatch(row -> row.contains(ODD.replace("\n", "\\n")));
  }

  /** Returns the rows of the nth query, sorted. */
  private static List<String> answers(List<String> printed, int nth) {
    List<String> rows = new ArrayList<>();
    int query = 0;
    for (String line : printed) {
      if (line.startsWith("? ")) {
        query++;
      } else if (line.startsWith("= ") && query == nth) {
        rows.add(line.substring(2));
      }
    }
    assertThat(query).as("queries answered in: %s", printed).isEqualTo(4);
    return rows.stream().sorted().toList();
  }

  @ParameterizedTest
  @CsvSource({"NQUADS, a.nq, nquads", "TRIG, a.trig, trig", "TURTLE, a.ttl, turtle"})
  void rapper_parses_rdf(ExportFormat format, String name, String syntax) {
    Path file = export(format, ExportOptions.NONE, name);
    ExternalTools.require(
        !ExternalTools.run("rapper", "--version").contains("Exception"),
        "raptor2-utils is not installed");
    String pattern = format == ExportFormat.TURTLE ? "?s ?p ?o" : "GRAPH ?g { ?s ?p ?o }";
    assertThat(
            ExternalTools.run("rapper", "-c", "-i", syntax, file.toString(), "http://example.org/"))
        .contains("Parsing returned " + Database.count(store, pattern) + " triples")
        .doesNotContain("Error");
  }

  @ParameterizedTest
  @CsvSource({
    "NQUADS, b.nq, nquads",
    "TRIG, b.trig, trig",
    "TURTLE, b.ttl, turtle",
    "JSONLD, b.jsonld, json-ld"
  })
  void rdflib_parses_rdf(ExportFormat format, String name, String syntax) {
    Path file = export(format, ExportOptions.NONE, name);
    List<String> found = ExternalTools.python("rdflib", "rdf.py", file.toString(), syntax);
    assertThat(found).contains("triples " + Database.count(store, "?s ?p ?o"));
    if (format != ExportFormat.TURTLE) {
      assertThat(found)
          .contains(
              "graphs "
                  + Database.count(store, "{ SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } }"));
    }
  }
}
