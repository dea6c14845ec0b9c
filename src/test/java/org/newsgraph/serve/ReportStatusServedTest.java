package org.newsgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.extract.HandMade;

/** Tests that the API and the pages give what was said, and the rest on request with a label. */
class ReportStatusServedTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = new Served(folder, UnaryOperator.identity());
    served.put(HandMade.council());
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static String body(String path) throws Exception {
    var answer = served.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static JsonNode json(String path) throws Exception {
    return MAPPER.readTree(body(path));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "status=said, ''",
    "status=not-said, Aleppo is near",
    "status=to-be-said, boats are late",
    "status=asked, whether cranes work",
    "status=hearsay, ropes are wet",
    "'status=not-said,asked', Aleppo is near;whether cranes work",
    "status=all, Aleppo is near;boats are late;whether cranes work;ropes are wet;nets tear",
  })
  void a_search_finds_the_statuses_that_are_asked_for(String query, String expected)
      throws Exception {
    String found =
        json("api/statements?limit=100&" + query)
            .path("statements")
            .findValuesAsText("content")
            .toString();
    for (String content :
        new String[] {"Aleppo is near", "boats are late", "whether cranes work", "ropes are wet"}) {
      assertThat(found.contains(content)).as(content).isEqualTo(expected.contains(content));
    }
  }

  @Test
  void a_statement_names_its_status() throws Exception {
    JsonNode found = json("api/statements?status=not-said&q=near").path("statements").get(0);
    assertThat(found.path("status").asText()).isEqualTo("not-said");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/statements", "statements", "api/reports", "feed.atom"})
  void an_unknown_status_is_refused(String path) throws Exception {
    var answer = served.get(path + "?about=Aleppo&status=whispered");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("not-said");
  }

  @Test
  void an_article_has_all_statements_with_their_status() throws Exception {
    assertThat(json("api/articles/council").path("statements").findValuesAsText("status"))
        .containsExactly("said", "not-said", "to-be-said", "asked", "hearsay", "not-said");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statements?about=Aleppo",
        "feed.atom?about=Aleppo",
        "statements.csv?about=Aleppo",
        "statements.ttl?about=Aleppo",
        "entity/Ada_Novak.html",
        "entity/Ada_Novak.ttl",
        "entity/Aleppo.html",
        "compare?about=Aleppo",
        "api/search?q=near"
      })
  void what_was_not_said_is_not_listed(String path) throws Exception {
    assertThat(body(path)).doesNotContain("Aleppo is near");
  }

  @Test
  void counts_are_of_what_was_said() throws Exception {
    long said = json("api/statements?speaker=Ada+Novak&limit=100").path("statements").size();
    long all =
        json("api/statements?speaker=Ada+Novak&limit=100&status=all").path("statements").size();
    assertThat(all).isEqualTo(said + 2);
    assertThat(json("api/entities/Ada_Novak").path("statements").asLong()).isEqualTo(said);
  }

  @Test
  void a_page_shows_the_status_beside_the_statement() throws Exception {
    assertThat(body("statements?status=not-said"))
        .contains("Aleppo is near", "<strong class=\"status not-said\">not said</strong>");
    assertThat(body("statements?status=hearsay")).contains("ropes are wet", ">hearsay</strong>");
    assertThat(body("statements")).doesNotContain("<strong class=\"status");
  }

  @Test
  void the_articles_page_labels_what_was_not_said() throws Exception {
    assertThat(served.get("article/council", "Accept", "text/html").body())
        .contains("the quay is safe", " is near", ">not said</strong>", "paraphrase, not said");
  }

  @Test
  void a_citation_names_the_status() throws Exception {
    assertThat(body("statements.txt?status=not-said")).contains(", not said.) “");
  }

  @Test
  void the_query_of_a_page_selects_the_status_as_well() throws Exception {
    assertThat(body("statements?about=Aleppo")).contains("news:reportStatus news:Said");
    assertThat(body("statements?status=asked")).contains("news:reportStatus news:Asked");
    assertThat(body("statements?status=all")).doesNotContain("news:reportStatus");
  }
}
