package org.newsgraph.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jerolba.carpet.CarpetReader;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.export.format.ExportFormat;
import org.newsgraph.export.format.ExportOptions;
import org.newsgraph.graph.Characters;
import org.newsgraph.graph.Iris;
import org.w3c.dom.Element;

/** Tests that each format's reference library reads back any name of an entity unchanged. */
class AnyNameTest {
  private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);
  private static final String ENTITY = "http://localhost:3030/article/a#entity=odd";
  private static Path folder;

  /** A table with one column. */
  public record Called(String name) {}

  @BeforeContainer
  static void create() throws IOException {
    folder = Files.createTempDirectory("any-name");
  }

  @AfterContainer
  static void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  /**
   * Provides names with tabs, quotation marks, line ends, control characters, emoji and unpaired
   * surrogates.
   */
  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "\t", "\n", "\r", "\r\n", "\"", "'", "\\", ",", ";", "<", "&", "]]>", "=", "\u0000",
                "\u0001", "\u000b", "\u001f", "\u007f", "\u0085", "\u2028", "🚢", "\ud83d",
                "\udea2", "\ufffe", "\uffff", "\ufeff", "é", "name", " "),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(3))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 30)
  void every_format_keeps_every_name(@ForAll("names") String name) throws Exception {
    DatasetGraph dataset = DatasetGraphFactory.create();
    Database.add(dataset, IRIS, "a", name);
    String utf8 = Characters.utf8(name);
    String xml = Characters.xml(name);
    for (ExportFormat format : ExportFormat.values()) {
      Path file =
          Database.export(
              dataset, IRIS, format.exporter(ExportOptions.NONE), folder.resolve(file(format)));
      boolean isXml = format == ExportFormat.GRAPHML || format == ExportFormat.GEXF;
      assertThat(names(format, file))
          .as("%s", format)
          .isNotEmpty()
          .allMatch((isXml ? xml : utf8)::equals);
    }
  }

  private static String file(ExportFormat format) {
    return switch (format) {
      case NQUADS -> "a.nq";
      case TURTLE -> "a.ttl";
      default -> "a." + format.toString().toLowerCase(Locale.ROOT);
    };
  }

  private static List<String> names(ExportFormat format, Path file) throws Exception {
    return switch (format) {
      case NQUADS, TRIG, TURTLE, JSONLD -> rdf(file);
      case GRAPHML ->
          elements(file, "data").stream()
              .filter(it -> it.getAttribute("key").equals("node_label"))
              .map(Element::getTextContent)
              .toList();
      case GEXF -> elements(file, "node").stream().map(it -> it.getAttribute("label")).toList();
      case CYTOSCAPE -> texts(json(file).at("/elements/nodes"), "/data/name");
      case WEBANNOTATION -> texts(json(file).at("/first/items"), "/body/1/value");
      case SCHEMAORG -> texts(json(file).at("/@graph"), "/name");
      case CSV -> csv(file.resolve("entities.csv"), "name");
      case NEO4J -> csv(file.resolve("entities.csv"), "name");
      case PARQUET ->
          new CarpetReader<>(file.resolve("entities.parquet").toFile(), Called.class)
              .stream().map(Called::name).toList();
    };
  }

  private static List<String> rdf(Path file) {
    DatasetGraph read = DatasetGraphFactory.create();
    RDFParser.source(file).errorHandler(ErrorHandlerFactory.errorHandlerNoWarnings).parse(read);
    return Stream.concat(
            read.stream(Node.ANY, Node.ANY, RDFS.label.asNode(), Node.ANY),
            read.getDefaultGraph().stream(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .map(it -> new Quad(null, it)))
        .filter(it -> it.getSubject().toString().equals(ENTITY))
        .map(it -> it.getObject().getLiteralLexicalForm())
        .toList();
  }

  private static List<Element> elements(Path file, String name) throws Exception {
    var found =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(file.toFile())
            .getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(Files.readString(file, UTF_8));
  }

  private static List<String> texts(JsonNode array, String path) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(it -> it.at(path))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .toList();
  }

  private static List<String> csv(Path file, String column) throws IOException {
    try (var rows = CsvReader.builder().ofNamedCsvRecord(file, UTF_8)) {
      return rows.stream().map(row -> row.getField(column)).toList();
    }
  }
}
