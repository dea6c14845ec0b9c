package org.newsgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.newsgraph.export.format.ExportFormat;
import org.newsgraph.export.format.ExportOptions;
import org.newsgraph.extract.HandMade;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.graph.ArticleGraph;
import org.newsgraph.graph.Provenance;
import org.newsgraph.store.NewsStore;

/** Tests that exports contain the statements that were said, and others on request. */
class ReportStatusExportTest {
  @TempDir Path folder;
  private NewsStore store;

  @BeforeEach
  void create() {
    store = NewsStore.create(folder.resolve("data"), Optional.of("https://news.example.org/"));
    Provenance provenance = new Provenance("0.1.0", Instant.EPOCH);
    store.put(ArticleGraph.of(HandMade.council(), store.iris(), provenance, "d1"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Path export(ExportFormat format, Set<ReportStatus> statuses) {
    ExportFilter filter =
        new ExportFilter(Optional.empty(), Optional.empty(), Set.of(), 0, statuses);
    return Database.export(
        store,
        format.exporter(ExportOptions.NONE),
        filter,
        folder.resolve(format + "-" + statuses.size()));
  }

  private List<String> statements(Set<ReportStatus> statuses) throws IOException {
    return Files.readAllLines(export(ExportFormat.CSV, statuses).resolve("statements.csv"));
  }

  @Test
  void a_table_has_only_what_was_said() throws IOException {
    assertThat(statements(ExportFilter.SAID))
        .hasSize(2)
        .last()
        .asString()
        .contains("the quay is safe")
        .contains(",0.9,said,");
  }

  @Test
  void other_statuses_are_exported_on_request_with_their_code() throws IOException {
    assertThat(statements(EnumSet.allOf(ReportStatus.class)))
        .hasSize(7)
        .anyMatch(line -> line.contains("Aleppo is near") && line.contains(",0.9,not-said,"));
  }

  @Test
  void a_speaker_of_nothing_that_was_said_is_no_entity_of_the_tables() throws IOException {
    Path said = export(ExportFormat.CSV, ExportFilter.SAID);
    Path all = export(ExportFormat.CSV, EnumSet.allOf(ReportStatus.class));
    assertThat(Files.readString(said.resolve("entities.csv"))).doesNotContain("Nobody");
    assertThat(Files.readString(all.resolve("entities.csv"))).contains("Nobody");
  }

  @ParameterizedTest
  @EnumSource(
      value = ExportFormat.class,
      names = {"GEXF", "GRAPHML", "CYTOSCAPE", "SCHEMAORG", "WEBANNOTATION"})
  void no_format_presents_as_said_what_was_not(ExportFormat format) throws IOException {
    assertThat(Files.readString(export(format, ExportFilter.SAID)))
        .doesNotContain("Nobody: ", "statement by Ada Novak: Aleppo is near", "said about")
        .doesNotContain("\"text\":\"Aleppo is near\"");
  }

  @Test
  void an_annotation_names_the_status() throws IOException {
    assertThat(
            Files.readString(export(ExportFormat.WEBANNOTATION, EnumSet.allOf(ReportStatus.class))))
        .contains("indirect statement (not said) by Ada Novak: Aleppo is near");
  }

  @ParameterizedTest
  @EnumSource(
      value = ExportFormat.class,
      names = {"NQUADS", "TRIG", "TURTLE", "JSONLD"})
  void dumps_are_complete(ExportFormat format) throws IOException {
    assertThat(Files.readString(export(format, ExportFilter.SAID)))
        .contains(
            "Ada Novak: Aleppo is near (not said)", "NotSaid", "ToBeSaid", "Asked", "Hearsay");
  }
}
