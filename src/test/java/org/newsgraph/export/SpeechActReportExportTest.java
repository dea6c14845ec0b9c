package org.newsgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.newsgraph.export.format.ExportFormat;
import org.newsgraph.export.format.ExportOptions;
import org.newsgraph.export.report.ReportExport;
import org.newsgraph.extract.HandMade;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.NewsStore;

/** Tests that reports of speech acts are exported separately from statements. */
class SpeechActReportExportTest {
  private static final String BASE = "https://news.example.org/";
  private static final String ARTICLE = BASE + "article/appeal";
  private static final String ATTACK = ARTICLE + "#report=20,40";
  private static final String PLAN = ARTICLE + "#report=65,81";
  private static final String MINISTER = ARTICLE + "#speaker=44,54";
  private static final String ADA = BASE + "entity/Ada_Novak";

  @TempDir Path folder;
  private NewsStore store;

  @BeforeEach
  void create() {
    store = NewsStore.create(folder.resolve("data"), Optional.of(BASE));
    Provenance provenance = new Provenance("0.1.0", Instant.EPOCH);
    store.put(ArticleGraph.of(HandMade.appeal(), store.iris(), provenance, "d1"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Path export(ExportFormat format, String name) {
    return Database.export(store, format.exporter(ExportOptions.NONE), folder.resolve(name));
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file);
  }

  @Test
  void tables_have_a_file_of_reports_and_one_of_whom_they_are_about() throws IOException {
    Path tables = export(ExportFormat.CSV, "tables");
    assertThat(lines(tables.resolve("reports.csv")))
        .containsExactly(
            "report,article,speaker,speaker_name,speaker_text,cue,topic,begin,end,exact,confidence,status",
            String.join(
                ",",
                "\"" + ATTACK + "\"",
                ARTICLE,
                ADA,
                "Ada Novak",
                "Ada Novak",
                "condemned",
                "the attack on Aleppo",
                "20",
                "40",
                "the attack on Aleppo",
                "0.8",
                "said"),
            String.join(
                ",",
                "\"" + PLAN + "\"",
                ARTICLE,
                "\"" + MINISTER + "\"",
                "A minister",
                "A minister",
                "announced",
                "a five-step plan",
                "65",
                "81",
                "a five-step plan",
                "0.8",
                "said"));
    assertThat(lines(tables.resolve("report_about.csv")))
        .containsExactly("report,entity", "\"" + ATTACK + "\"," + BASE + "entity/Aleppo");
    assertThat(lines(tables.resolve("statements.csv"))).hasSize(2);
    assertThat(lines(tables.resolve("about.csv"))).containsExactly("statement,entity");
  }

  @Test
  void an_entitys_row_counts_no_reports() throws IOException {
    assertThat(lines(export(ExportFormat.CSV, "tables").resolve("entities.csv")))
        .filteredOn(line -> line.startsWith(ADA))
        .singleElement()
        .asString()
        .contains(",1,1,0,0,");
  }

  @Test
  void parquet_has_the_same_tables() {
    assertThat(export(ExportFormat.PARQUET, "parquet"))
        .isDirectoryContaining(it -> it.endsWith("reports.parquet"))
        .isDirectoryContaining(it -> it.endsWith("report_about.parquet"));
  }

  @Test
  void neo4j_gets_reports_as_nodes_with_relationships_like_those_of_statements()
      throws IOException {
    Path tables = export(ExportFormat.NEO4J, "neo4j");
    assertThat(lines(tables.resolve("speech_acts.csv")))
        .containsExactly(
            "iri:ID(SpeechActReport),topic,speakerText,cue,confidence:double,status",
            "\"" + ATTACK + "\",the attack on Aleppo,Ada Novak,condemned,0.8,said",
            "\"" + PLAN + "\",a five-step plan,A minister,announced,0.8,said");
    assertThat(lines(tables.resolve("speech_acts_reports.csv"))).hasSize(3);
    assertThat(lines(tables.resolve("speech_acts_spoken_by.csv")))
        .containsExactly(
            ":START_ID(SpeechActReport),:END_ID(Entity)",
            "\"" + ATTACK + "\"," + ADA,
            "\"" + PLAN + "\",\"" + MINISTER + "\"");
    assertThat(lines(tables.resolve("speech_acts_about.csv")))
        .contains("\"" + ATTACK + "\"," + BASE + "entity/Aleppo");
    assertThat(lines(tables.resolve("statements.csv"))).hasSize(2);
    assertThat(lines(tables.resolve("spoken_by.csv"))).hasSize(2);
  }

  @Test
  void every_table_for_neo4j_is_loaded_by_both_ways_of_loading() throws IOException {
    Path tables = export(ExportFormat.NEO4J, "neo4j");
    String arguments = Files.readString(tables.resolve("import.args"));
    String script = Files.readString(tables.resolve("load.cypher"));
    try (var files = Files.list(tables)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".csv")).toList()) {
        assertThat(arguments).contains("=" + file.getFileName());
        assertThat(script).contains("'file:///" + file.getFileName() + "'");
      }
    }
  }

  @Test
  void an_annotation_says_what_was_condemned_and_by_whom() throws IOException {
    JsonNode items =
        new ObjectMapper()
            .readTree(export(ExportFormat.WEBANNOTATION, "annotations.json").toFile())
            .at("/first/items");
    JsonNode attack =
        StreamSupport.stream(items.spliterator(), false)
            .filter(it -> it.path("id").asText().equals(ATTACK))
            .findFirst()
            .orElseThrow();
    assertThat(attack.path("body").findValuesAsText("value"))
        .containsExactly(
            "report of a speech act: Ada Novak condemned the attack on Aleppo",
            "report of a speech act",
            "Ada Novak");
    assertThat(attack.path("body").findValuesAsText("source")).containsExactly(ADA);
    assertThat(attack.path("target").findValuesAsText("exact"))
        .containsExactly("the attack on Aleppo");
  }

  @ParameterizedTest
  @EnumSource(
      value = ExportFormat.class,
      names = {"GEXF", "GRAPHML", "CYTOSCAPE"})
  void networks_are_about_statements_alone(ExportFormat format) throws IOException {
    String network = Files.readString(export(format, "network"));
    assertThat(network).contains("Ada Novak").doesNotContain("said about", "A minister");
  }

  @Test
  void schema_org_has_quotations_of_statements_alone() throws IOException {
    assertThat(Files.readString(export(ExportFormat.SCHEMAORG, "schema.json")))
        .contains("talks go on")
        .doesNotContain("#report=");
  }

  @Test
  void a_summary_counts_reports_apart() throws IOException {
    Path report = Database.export(store, ReportExport.markdown("A test"), folder.resolve("a.md"));
    assertThat(Files.readString(report))
        .containsPattern("statements *\\| *1")
        .containsPattern("reports of speech acts *\\| *2");
  }
}
