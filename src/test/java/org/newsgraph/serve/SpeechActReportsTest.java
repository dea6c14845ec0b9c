package org.newsgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.extract.HandMade;

/**
 * Reports of speech acts in the API and on pages, listed and counted separately from statements.
 */
class SpeechActReportsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ATTACK = "the attack on Aleppo";
  private static final String PLAN = "a five-step plan";

  @TempDir static Path folder;
  @TempDir static Path without;

  /** A server of the same database without the article that contains reports. */
  private static Served before;

  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    before = new Served(without, UnaryOperator.identity());
    served = new Served(folder, UnaryOperator.identity());
    served.put(HandMade.appeal());
  }

  @AfterAll
  static void close() {
    before.close();
    served.close();
  }

  private static JsonNode json(Served server, String path) throws Exception {
    var answer = server.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return MAPPER.readTree(answer.body());
  }

  private static List<String> topics(String query) throws Exception {
    return json(served, "api/reports?" + query).path("reports").findValuesAsText("topic");
  }

  @Test
  void the_api_tells_who_condemned_what_and_where() throws Exception {
    JsonNode report = json(served, "api/reports?cue=condemn").path("reports").get(0);
    assertThat(report.path("id").asText()).endsWith("article/appeal#report=20,40");
    assertThat(report.path("cue").asText()).isEqualTo("condemned");
    assertThat(report.path("topic").asText()).isEqualTo(ATTACK);
    assertThat(report.path("confidence").asDouble()).isEqualTo(0.8);
    assertThat(report.at("/speaker/name").asText()).isEqualTo("Ada Novak");
    assertThat(report.at("/speaker/words").asText()).isEqualTo("Ada Novak");
    assertThat(report.at("/about/0/name").asText()).isEqualTo("Aleppo");
    assertThat(report.at("/article/id").asText()).isEqualTo("appeal");
    assertThat(report.at("/article/begin").asInt()).isEqualTo(20);
    assertThat(report.at("/article/end").asInt()).isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource({
    "'', the attack on Aleppo;a five-step plan",
    "speaker=Ada+Novak, the attack on Aleppo",
    "about=Aleppo, the attack on Aleppo",
    "q=plans, a five-step plan",
    "cue=ANNOUNCED, a five-step plan",
    "from=2016-10-14&to=2016, the attack on Aleppo;a five-step plan",
    "from=2017, ",
    "to=2015, ",
    "speaker=Nobody, ",
    "limit=1&offset=1, a five-step plan",
  })
  void reports_can_be_narrowed_down(String query, String expected) throws Exception {
    List<String> topics = expected == null ? List.of() : List.of(expected.split(";"));
    assertThat(topics(query)).isEqualTo(topics);
  }

  @Test
  void the_next_page_of_reports_has_an_offset() throws Exception {
    assertThat(json(served, "api/reports?limit=1").path("nextOffset").asInt()).isEqualTo(1);
    assertThat(json(served, "api/reports?limit=2").has("nextOffset")).isFalse();
  }

  @Test
  void a_date_that_is_none_is_refused() throws Exception {
    assertThat(served.get("api/reports?from=soon").statusCode()).isEqualTo(400);
  }

  @Test
  void the_sparql_of_an_answer_finds_the_same_reports() throws Exception {
    String sparql = json(served, "api/reports?q=attack&cue=condemn").path("sparql").asText();
    assertThat(served.query(sparql).body()).contains("#report=20,40").doesNotContain("=65,81");
  }

  @Test
  void an_article_lists_its_reports_apart() throws Exception {
    JsonNode article = json(served, "api/articles/appeal");
    assertThat(article.path("reports").findValuesAsText("topic")).containsExactly(ATTACK, PLAN);
    assertThat(article.path("statements").findValuesAsText("content"))
        .containsExactly("talks go on");
    assertThat(json(served, "api/articles/market").path("reports")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada_Novak", "Aleppo"})
  void reports_are_not_counted_among_the_statements_of_an_entity(String name) throws Exception {
    JsonNode entity = json(served, "api/entities/" + name);
    JsonNode was = json(before, "api/entities/" + name);
    assertThat(entity.path("statements")).isEqualTo(was.path("statements"));
    assertThat(entity.path("statementsAbout")).isEqualTo(was.path("statementsAbout"));
    assertThat(entity.path("articles").asInt()).isEqualTo(was.path("articles").asInt() + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api/statements?speaker=Ada+Novak",
        "api/statements?about=Aleppo",
        "api/graph?entity=Ada+Novak&kinds=said",
        "api/graph?entity=Aleppo&kinds=said"
      })
  void answers_about_statements_are_as_without_reports(String path) throws Exception {
    for (String field : List.of("statements", "links")) {
      assertThat(json(served, path).path(field).size())
          .isEqualTo(json(before, path).path(field).size());
    }
    assertThat(json(served, path).path("links").findValuesAsText("count"))
        .isEqualTo(json(before, path).path("links").findValuesAsText("count"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statements?speaker=Ada+Novak&each=1",
        "statements?about=Aleppo&each=1",
        "statements.csv?speaker=Ada+Novak",
        "statements.ttl?about=Aleppo",
        "statements?role=minister",
        "compare?entity=Aleppo",
        "feed.atom?speaker=Ada+Novak"
      })
  void no_list_of_statements_shows_a_report(String path) throws Exception {
    var answer = served.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.body()).doesNotContain(ATTACK, PLAN, "#report=");
  }

  @Test
  void an_entity_page_counts_statements_alone_and_lists_reports_below() throws Exception {
    String said = "<dt>statements</dt><dd><a href=\"/statements?speaker=Ada+Novak\">3</a></dd>";
    assertThat(before.get("entity/Ada_Novak.html").body())
        .contains(said)
        .doesNotContain("Reports of speech acts");
    assertThat(served.get("entity/Ada_Novak.html").body())
        .contains(said)
        .contains("<h2>Reports of speech acts</h2>")
        .contains("Ada Novak</a> – condemned – <a href=\"/article/appeal#report=20,40\">" + ATTACK)
        .doesNotContain(PLAN);
  }

  @Test
  void an_article_page_marks_topics_and_lists_reports_apart_from_those_who_speak()
      throws Exception {
    String page = served.get("article/appeal.html").body();
    assertThat(page)
        .contains("<span class=\"report\" id=\"report=20,40\" title=\"Ada Novak: condemned\">")
        .contains("<li><span>A minister – announced – <a href=\"/article/appeal#report=65,81\">")
        .containsOnlyOnce("<h2>Reports of speech acts</h2>");
    String speakers =
        page.substring(page.indexOf("<h2>Speakers"), page.indexOf("Reports of speech"));
    assertThat(speakers).contains("Harbour Party").doesNotContain("Ada Novak", "minister");
  }

  @Test
  void the_home_page_and_the_text_for_programs_count_reports_apart() throws Exception {
    assertThat(served.get("", "Accept", "text/html").body())
        .contains(">7</a></dd>", "<dt>reports of speech acts</dt><dd>2</dd>");
    assertThat(served.get("").body()).contains("7 statements", "2 reports of speech acts");
    assertThat(before.get("").body()).contains("6 statements", "0 reports of speech acts");
  }

  @Test
  void an_entitys_linked_data_holds_its_reports_with_their_topics() throws Exception {
    String turtle = served.get("entity/Ada_Novak.ttl").body();
    assertThat(turtle).contains("news:SpeechActReport", "\"" + ATTACK + "\"");
    assertThat(served.get("article/appeal.ttl").body()).contains("news:topic", "news:report");
  }

  @Test
  void a_report_is_not_a_quotation_of_schema_org() throws Exception {
    JsonNode all = json(served, "article/appeal.json").path("report");
    assertThat(all).hasSize(2);
    for (JsonNode report : all) {
      assertThat(report.path("type").asText()).isEqualTo("SpeechActReport");
      assertThat(report.has("schema:spokenByCharacter")).isFalse();
      assertThat(report.path("topic").asText()).isIn(ATTACK, PLAN);
    }
  }
}
