package org.newsgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Text;
import org.newsgraph.export.format.ExportFormat;
import org.newsgraph.export.format.ExportOptions;
import org.newsgraph.store.NewsStore;

/** Tests that annotations conform to the W3C's data model, and articles to schema.org. */
class WebExportTest {
  private static final String OA = "http://www.w3.org/ns/oa#";
  private static final String SCHEMA = "https://schema.org/";

  @TempDir Path folder;
  private NewsStore store;

  @BeforeEach
  void create() {
    store = Database.create(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Path export(ExportFormat format) {
    return Database.export(
        store, format.exporter(ExportOptions.NONE), folder.resolve(format + ".json"));
  }

  @Test
  void annotations_have_the_shape_that_the_recommendation_asks_for() throws IOException {
    Graph graph = read(export(ExportFormat.WEBANNOTATION));
    Shapes shapes = Shapes.parse(RDFDataMgr.loadGraph(resource("anno-shapes.ttl").toString()));
    assertThat(ShaclValidator.get().validate(shapes, graph).getEntries()).isEmpty();
    long mentions = Database.count(store, "?m a news:Mention");
    long statements = Database.count(store, "?s a news:Statement");
    assertThat(ofClass(graph, OA + "Annotation")).isEqualTo(mentions + statements).isPositive();
    assertThat(
            graph.stream(
                    Node.ANY,
                    NodeFactory.createURI("http://www.w3.org/ns/activitystreams#totalItems"),
                    Node.ANY)
                .map(it -> it.getObject().getLiteralLexicalForm()))
        .containsExactly(Long.toString(mentions + statements));
  }

  @Test
  void shapes_tell_what_is_wrong() throws IOException {
    String broken =
        Files.readString(export(ExportFormat.WEBANNOTATION))
            .replaceFirst("\"start\":(\\d+)", "\"start\":9999")
            .replaceFirst("\"exact\"", "\"label\"");
    Path file = Files.writeString(folder.resolve("broken.json"), broken);
    Shapes shapes = Shapes.parse(RDFDataMgr.loadGraph(resource("anno-shapes.ttl").toString()));
    assertThat(ShaclValidator.get().validate(shapes, read(file)).getEntries())
        .hasSizeGreaterThan(1);
  }

  @Test
  void selectors_lead_to_the_words_by_code_points_and_by_what_stands_around() throws IOException {
    Text text =
        new Text(
            Database.rows(store, "SELECT ?text { ?a news:text ?text FILTER CONTAINS(?text, '🚢') }")
                .get(0));
    int seen = 0;
    for (JsonNode annotation :
        new ObjectMapper()
            .readTree(export(ExportFormat.WEBANNOTATION).toFile())
            .at("/first/items")) {
      JsonNode target = annotation.at("/target/0");
      if (!target.path("source").asText().endsWith("harbour%201")) {
        continue;
      }
      JsonNode quote = target.at("/selector/0");
      JsonNode position = target.at("/selector/1");
      int begin = text.toUtf16Offset(position.path("start").asInt());
      int end = text.toUtf16Offset(position.path("end").asInt());
      String all = text.toString();
      assertThat(quote.path("exact").asText()).isEqualTo(all.substring(begin, end));
      assertThat(all.substring(0, begin)).endsWith(quote.path("prefix").asText());
      assertThat(all.substring(end)).startsWith(quote.path("suffix").asText());
      assertThat(annotation.at("/target/1/source").asText())
          .isEqualTo("https://example.org/news/harbour-talks");
      assertThat(annotation.at("/target/1/selector/type").asText()).isEqualTo("TextQuoteSelector");
      seen++;
    }
    assertThat(seen).isEqualTo(12);
  }

  @Test
  void schema_org_counts_what_sparql_counts() throws IOException {
    Graph graph = read(export(ExportFormat.SCHEMAORG));
    assertThat(ofClass(graph, SCHEMA + "NewsArticle"))
        .isEqualTo(Database.count(store, "?a a news:Article"));
    assertThat(ofClass(graph, SCHEMA + "Quotation"))
        .isEqualTo(Database.count(store, "?s a news:Statement"));
    assertThat(ofClass(graph, SCHEMA + "Place"))
        .isEqualTo(Database.count(store, "{ SELECT DISTINCT ?e { ?e a news:Place } }"));
    assertThat(
            graph.stream(Node.ANY, NodeFactory.createURI(SCHEMA + "spokenByCharacter"), Node.ANY))
        .hasSize((int) Database.count(store, "?s news:speaker ?e"));
  }

  private static long ofClass(Graph graph, String type) {
    return graph.stream(Node.ANY, RDF.type.asNode(), NodeFactory.createURI(type)).count();
  }

  /** Reads annotations with a local copy of the W3C's context, because tests have no network. */
  private static Graph read(Path file) {
    JsonLdOptions options =
        new JsonLdOptions(
            (url, how) -> {
              assertThat(url).hasToString("http://www.w3.org/ns/anno.jsonld");
              try (InputStream in =
                  WebExportTest.class.getResourceAsStream("anno-context.jsonld")) {
                return JsonDocument.of(in);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return RDFParser.source(file)
        .lang(Lang.JSONLD11)
        .set(LangJSONLD11.JSONLD_OPTIONS, options)
        .toGraph();
  }

  private static Path resource(String name) {
    return Path.of("src/test/resources/org/newsgraph/export").resolve(name);
  }
}
