package org.newsgraph.serve.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.serve.Served;

final class NetworkDataTest {
  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = new Served(folder, UnaryOperator.identity());
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static JsonNode graph(String parameters) throws IOException, InterruptedException {
    return new ObjectMapper().readTree(served.get("api/graph?" + parameters).body());
  }

  /** Returns links in the form "Ada_Novak said Aleppo 2". */
  private static List<String> links(JsonNode graph) {
    List<String> links = new ArrayList<>();
    for (JsonNode link : graph.path("links")) {
      links.add(
          (link.path("source").asText()
                      + " "
                      + link.path("kind").asText()
                      + " "
                      + link.path("target").asText())
                  .replaceAll("\\S*/entity/", "")
              + " "
              + link.path("count").asLong()
              + link.path("words").asText().replaceFirst("^(?=.)", " "));
    }
    return links;
  }

  @Test
  void a_speaker_is_linked_to_whom_was_spoken_about_and_to_what_it_has_a_role_in()
      throws Exception {
    JsonNode graph = graph("entity=Ada+Novak&kinds=said,role");
    assertThat(links(graph))
        .contains(
            "Ada_Novak said Aleppo 2",
            "Ada_Novak said Olympics 1",
            "Ada_Novak role Harbour_Party 1 Harbour Party leader");
    assertThat(graph.path("nodes").get(0).path("name").asText()).isEqualTo("Ada Novak");
    assertThat(graph.path("nodes").get(0).path("kind").asText()).isEqualTo("Person");
    assertThat(graph.path("sparql")).isNotEmpty();
  }

  @Test
  void who_is_spoken_about_is_linked_to_the_speakers() throws Exception {
    assertThat(links(graph("entity=Aleppo&kinds=said"))).contains("Ada_Novak said Aleppo 2");
    assertThat(links(graph("entity=Harbour_Party&kinds=role")))
        .containsExactly("Ada_Novak role Harbour_Party 1 Harbour Party leader");
  }

  @Test
  void every_node_of_a_link_is_told() throws Exception {
    JsonNode graph = graph("entity=Ada_Novak");
    List<String> ids = graph.path("nodes").findValuesAsText("id");
    assertThat(ids).containsAll(graph.findValuesAsText("target")).doesNotHaveDuplicates();
  }

  @Test
  void no_more_are_told_than_were_asked_for() throws Exception {
    assertThat(links(graph("entity=Ada_Novak&kinds=mentioned&limit=2"))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "api/graph, 400",
    "api/graph?entity=Nobody%20Here, 404",
    "api/graph?entity=Ada_Novak&kinds=loves, 400",
    "api/graph?entity=Ada_Novak&limit=100000, 400",
    "api/graph?entity=%3Cscript%3E%22%7D%20%23, 404",
    "graph-view?entity=%3Cscript%3E%22%7D%20%23, 404",
    "query?example=../examples.txt, 404",
  })
  void what_cannot_be_answered_is_refused(String path, int status) throws Exception {
    assertThat(served.get(path).statusCode()).isEqualTo(status);
    if (path.startsWith("graph-view")) {
      assertThat(served.get(path).body()).contains("&lt;script&gt;").doesNotContain("<script>\"");
    }
  }
}
