package org.newsgraph.query.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;
import org.newsgraph.extract.HandMade;
import org.newsgraph.query.QueryLimits;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.statement.StatementFilter.Field;
import org.newsgraph.serve.Served;

/** Pages, the API, feeds, downloads and assistants find the same statements. */
final class OneSearchTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final StatementFilter ALL = StatementFilter.all();

  private static final Metadata LATEST =
      new Metadata(
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.of("2030-01-01"),
          Optional.empty(),
          Optional.empty());

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = new Served(folder, UnaryOperator.identity());
    served.put(HandMade.council());
    served.put(HandMade.appeal());
    // So many that a search by date gives up before it comes to the articles with statements.
    for (int i = 0; i < 40; i++) {
      served.put(HandMade.empty(new Article("later " + i, new Text("Nothing."), LATEST)));
    }
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static JsonNode json(String path) throws Exception {
    var answer = served.get(path);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    return MAPPER.readTree(answer.body());
  }

  private static List<String> ids(String query) throws Exception {
    return statementIds(json("api/statements?limit=100&" + query).path("statements"));
  }

  private static List<String> statementIds(JsonNode statements) {
    List<String> ids = new ArrayList<>();
    statements.forEach(it -> ids.add(it.path("id").asText()));
    return ids;
  }

  private static Set<String> found(String text) {
    return Pattern.compile("[\\w/:.%]*/article/[^\"<>,\\s#]+#statement=\\d+,\\d+")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(it -> it.substring(it.indexOf("/article/")))
        .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "speaker=Ada+Novak",
        "speaker=ada+novak&kind=mixed",
        "about=Aleppo",
        "about=Aleppo&speaker=Ada+Novak",
        "q=aleppo",
        "q=aleppo&status=all",
        "role=docker",
        "role=docker&q=wait",
        "about=Aleppo&source=the+daily+test",
        "about=Aleppo&from=2016-10&to=2016-10-13",
        "speaker=Ada+Novak&status=not-said",
        "speaker=Nobody+Here"
      })
  void the_same_filter_finds_the_same_statements_everywhere(String query) throws Exception {
    Set<String> expected = found(String.join(" ", ids(query)));
    if (!query.contains("Nobody")) {
      assertThat(expected).isNotEmpty();
    }
    assertThat(found(served.get("statements?each=1&" + query).body())).isEqualTo(expected);
    assertThat(found(served.get("statements.csv?" + query).body())).isEqualTo(expected);
    assertThat(
            found(served.get("feed.atom?" + query).body().replaceAll("<content.*?</content>", "")))
        .isEqualTo(expected);
    assertThat(found(assistant(query))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "speaker=Ada+Novak&order=oldest",
        "about=Aleppo&kind=direct",
        "q=aleppo&status=all",
        "role=docker",
        "about=Aleppo&source=the+daily+test&from=2016&to=2016-10-13",
        "cue=insist",
        "limit=2&offset=1",
        "speaker=Nobody+Here"
      })
  void the_sparql_of_an_answer_finds_the_same_statements(String query) throws Exception {
    JsonNode answer = json("api/statements?" + query);
    String rows =
        served
            .get(
                "news/sparql?query=" + URLEncoder.encode(answer.path("sparql").asText(), UTF_8),
                "Accept",
                "application/sparql-results+json")
            .body();
    assertThat(found(rows))
        .isEqualTo(found(String.join(" ", statementIds(answer.path("statements")))));
  }

  @Test
  void the_api_sorts_as_the_table_does() throws Exception {
    List<Double> surest = new ArrayList<>();
    json("api/statements?order=surest")
        .path("statements")
        .forEach(it -> surest.add(it.path("confidence").asDouble()));
    assertThat(surest).isSortedAccordingTo((left, right) -> Double.compare(right, left));
    List<String> dates =
        json("api/statements?order=oldest").path("statements").findValuesAsText("published");
    assertThat(dates).isSorted().hasSizeGreaterThan(1);
  }

  @Test
  void pages_of_the_api_add_up_to_all_statements_in_the_same_order() throws Exception {
    List<String> paged = new ArrayList<>();
    JsonNode next = MAPPER.readTree("0");
    while (!next.isMissingNode()) {
      JsonNode answer = json("api/statements?status=all&limit=2&offset=" + next.asInt());
      paged.addAll(statementIds(answer.path("statements")));
      next = answer.path("nextOffset");
    }
    assertThat(paged).isEqualTo(ids("status=all")).doesNotHaveDuplicates();
  }

  private static StatementSearch search(KnownCounts counts) {
    return new StatementSearch(
        new SparqlRunner(served.store, QueryLimits.NONE), Runnable::run, counts);
  }

  @Test
  void statements_since_a_time_come_in_the_order_of_their_extraction() {
    PageRequest all = PageRequest.of(100, 0);
    List<StatementView> found =
        search(KnownCounts.NONE)
            .find(StatementFilter.all().with(Field.SINCE, "2000-01-01T00:00:00Z"), all)
            .statements();
    assertThat(found).isNotEmpty().extracting(StatementView::extractedAt).isSorted();
    assertThat(found).hasSameSizeAs(search(KnownCounts.NONE).find(ALL, all).statements());
    String later = "2999-01-01T00:00:00Z";
    assertThat(
            search(KnownCounts.NONE)
                .find(StatementFilter.all().with(Field.SINCE, later), all)
                .groups())
        .isEmpty();
  }

  /** A known count makes the search visit articles by date, as for frequent speakers and topics. */
  @ParameterizedTest
  @ValueSource(longs = {1_500, 1_000_000})
  void searching_by_date_and_by_speaker_find_the_same_in_the_same_order(long known) {
    for (SortOrder order : List.of(SortOrder.NEWEST, SortOrder.OLDEST)) {
      StatementFilter filter = ALL.with(Field.SPEAKER, "Ada Novak").with(Field.ORDER, order.code());
      PageRequest page = PageRequest.of(100, 0);
      List<StatementView> sorted = search(KnownCounts.NONE).find(filter, page).statements();
      assertThat(sorted).hasSizeGreaterThan(2);
      assertThat(search((property, value) -> known).find(filter, page).statements())
          .isEqualTo(sorted);
    }
  }

  @Test
  void a_search_for_reports_takes_the_conditions_of_a_search_for_statements() throws Exception {
    JsonNode all = json("api/reports?status=all").path("reports");
    assertThat(all).hasSizeGreaterThan(1);
    assertThat(json("api/reports?status=all&order=oldest&limit=1").path("nextOffset").asInt())
        .isEqualTo(1);
    assertThat(json("api/reports?status=all&source=Nowhere").path("reports")).isEmpty();
  }

  private static String assistant(String query) throws Exception {
    var arguments = MAPPER.createObjectNode().put("limit", 50);
    for (String part : query.split("&", -1)) {
      String[] pair = part.split("=", 2);
      arguments.put(pair[0].equals("q") ? "words" : pair[0], pair[1].replace('+', ' '));
    }
    var call =
        MAPPER.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", "tools/call");
    call.putObject("params").put("name", "statements").set("arguments", arguments);
    var answer =
        served.send(
            "POST",
            "mcp",
            call.toString(),
            "Content-Type",
            "application/json",
            "Accept",
            "application/json, text/event-stream");
    JsonNode result = MAPPER.readTree(answer.body().replaceFirst("(?s)^.*?(?=\\{)", ""));
    JsonNode text = MAPPER.readTree(result.at("/result/content/0/text").asText());
    return String.join(" ", statementIds(text.path("statements")));
  }
}
