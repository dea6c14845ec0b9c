package org.newsgraph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Source;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Speaker;
import org.newsgraph.extract.Statement;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.link.LinkedExtraction;

final class ScoresTest {
  /** Compares with figures that the original scorer of the gold data computed. */
  @Test
  void the_table_is_the_one_that_the_gold_s_own_scorer_prints() throws IOException {
    List<Gold> gold =
        GoldReader.read(new Source("gold.jsonl", "gold.jsonl", () -> file("gold.jsonl")));
    Article bridge = gold.get(0).article();
    Article weather = gold.get(1).article();
    assertThat(
            Scores.of(
                gold,
                List.of(
                    LinkedExtraction.none(bridge(bridge)),
                    LinkedExtraction.none(weather(weather)))))
        .hasToString(new String(file("expected.txt").readAllBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void every_mistake_is_shown_where_it_stands() throws IOException {
    List<Gold> gold =
        GoldReader.read(new Source("gold.jsonl", "gold.jsonl", () -> file("gold.jsonl")));
    Article bridge = gold.get(0).article();
    Article weather = gold.get(1).article();
    var mistakes =
        Mistakes.of(
            gold,
            List.of(
                LinkedExtraction.none(bridge(bridge)), LinkedExtraction.none(weather(weather))));
    assertThat(mistakes.values().stream().flatMap(List::stream))
        .isNotEmpty()
        .allSatisfy(
            mistake ->
                assertThat(mistake.context()).contains("[" + text(gold, mistake).substring(0, 2)));
    assertThat(mistakes.keySet())
        .contains(Mistake.MistakeType.MISSED_NAME, Mistake.MistakeType.OTHER_BOUNDS);
  }

  private static String text(List<Gold> gold, Mistake mistake) {
    return gold.stream()
        .filter(it -> it.id().equals(mistake.article()))
        .map(it -> it.article().text().substring(mistake.span()))
        .findFirst()
        .orElseThrow();
  }

  private static Extraction bridge(Article article) {
    Text text = article.text();
    Entity jane = new Entity("Jane Roe", EntityType.PERSON, Set.of(), true);
    List<Mention> mentions =
        List.of(
            mention(text, "Jane Roe", 0, jane),
            mention(text, "Mr Doe", 0, new Entity("Doe", EntityType.PERSON, Set.of(), false)),
            mention(text, "Acme", 0, place("Acme")),
            mention(text, "Paris", 0, place("Paris")),
            mention(text, "nobody", 0, new Entity("nobody", EntityType.PERSON, Set.of(), true)),
            mention(text, "Roe", 1, new Entity("Roe", EntityType.PERSON, Set.of(), false)));
    Span begin = at(text, "“We were not,”", 0);
    Span end = at(text, "“asked at all.”", 0);
    List<Statement> statements =
        List.of(
            said(
                List.of(at(text, "“The bridge 😀 is open.”", 0)),
                StatementKind.DIRECT,
                new Speaker.Known(at(text, "Jane Roe", 0), "Jane Roe", jane)),
            said(
                List.of(at(text, "It cost too much, Mr", 0)),
                StatementKind.MIXED,
                described(at(text, "Doe", 0), "Mr Doe")),
            said(List.of(at(text, "in Paris was asked", 0)), StatementKind.INDIRECT, null),
            said(List.of(begin, end), StatementKind.DIRECT, described(at(text, "Roe", 1), "Roe")));
    return new Extraction(article, mentions, statements, List.of());
  }

  private static Extraction weather(Article article) {
    List<Mention> mentions =
        List.of(
            mention(article.text(), "Paris", 0, place("Paris")),
            mention(article.text(), "Rome", 0, place("Rome")));
    return new Extraction(article, mentions, List.of(), List.of());
  }

  @Test
  void an_article_that_was_not_extracted_counts_as_empty() throws IOException {
    List<Gold> gold = read("{\"id\":\"a\",\"text\":\"Rome\",\"entities\":[" + ROME + "]}");
    assertThat(Scores.of(gold, List.of()).toString())
        .contains("documents                          gold 1  predicted 0\n")
        .contains("entities strict                    p 0.0  r 0.0  f1 0.0  n 1\n");
  }

  @Test
  void an_extraction_of_another_article_or_text_is_refused() throws IOException {
    List<Gold> gold = read("{\"id\":\"a\",\"text\":\"Rome\"}");
    assertThatThrownBy(() -> Scores.of(gold, List.of(LinkedExtraction.none(empty("b", "Rome")))))
        .hasMessage("article not in the gold data: b");
    assertThatThrownBy(() -> Scores.of(gold, List.of(LinkedExtraction.none(empty("a", "Paris")))))
        .hasMessageContaining("the text differs from that in the gold data");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "1, 1.0",
    "0.00005, 0.0001",
    "0.00004, 0.0",
    "0.12345, 0.1235",
    "0.5, 0.5",
    "0.66666666, 0.6667",
    "0.00012, 0.0001",
    "0.03125, 0.0312"
  })
  void figures_are_rounded_and_printed_like_python_s(double value, String printed) {
    assertThat(ScoreRow.of("x").with("f", value).figures().get(0).value()).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | not a JSON object",
        "{\"text\":\"A\"} | no \"id\"",
        "{\"id\":\"a\"} | no \"text\"",
        "{\"id\":\"a\",\"text\":\"A\",\"entities\":[{\"begin\":1,\"end\":1,\"type\":\"Place\"}]} | not a valid span",
        "{\"id\":\"a\",\"text\":\"A\",\"entities\":[{\"begin\":0,\"end\":1,\"type\":\"City\"}]} | unknown entity type \"City\"",
        "{\"id\":\"a\",\"text\":\"A\",\"statements\":[{\"begin\":0,\"end\":1}]} | unknown statement kind \"\"",
      })
  void faulty_gold_is_named_by_file_and_line(String line, String reason) {
    assertThatThrownBy(() -> read("{\"id\":\"x\",\"text\":\"X\"}\n" + line))
        .isInstanceOf(GoldReader.InvalidGoldException.class)
        .hasMessageStartingWith("gold.jsonl: line 2: " + reason);
  }

  @Test
  void reports_of_speech_acts_and_doubtful_statements_need_not_be_found() throws IOException {
    List<Gold> gold =
        read(
            "{\"id\":\"a\",\"text\":\"A plan.\",\"statements\":"
                + "[{\"begin\":0,\"end\":6,\"kind\":\"report\"},"
                + "{\"begin\":0,\"end\":1,\"kind\":\"indirect\",\"topic\":true},"
                + "{\"begin\":0,\"end\":2,\"kind\":\"direct\",\"optional\":true},"
                + "{\"begin\":2,\"end\":6,\"kind\":\"direct\"}]}");
    assertThat(gold.get(0).required())
        .extracting(Gold.GoldStatement::kind)
        .containsExactly(StatementKind.DIRECT);
    assertThat(gold.get(0).optional()).hasSize(3);
  }

  @Test
  void what_matches_a_doubtful_statement_is_neither_right_nor_wrong() throws IOException {
    String text = "{\"id\":\"a\",\"text\":\"It may rain soon.\",\"statements\":[";
    String required = "{\"begin\":12,\"end\":16,\"kind\":\"indirect\"}";
    String doubtful = "{\"begin\":0,\"end\":11,\"kind\":\"indirect\",\"optional\":true}";
    Article article = empty("a", "It may rain soon.").article();
    Extraction found =
        new Extraction(
            article,
            List.of(),
            List.of(said(List.of(new Span(0, 11)), StatementKind.INDIRECT, null)),
            List.of());
    assertThat(
            Scores.of(read(text + required + "]}"), List.of(LinkedExtraction.none(found)))
                .toString())
        .contains("statements indirect                p 0.0  r 0.0");
    Extraction both =
        new Extraction(
            article,
            List.of(),
            List.of(
                said(List.of(new Span(0, 11)), StatementKind.INDIRECT, null),
                said(List.of(new Span(12, 16)), StatementKind.INDIRECT, null)),
            List.of());
    assertThat(
            Scores.of(
                    read(text + doubtful + "," + required + "]}"),
                    List.of(LinkedExtraction.none(both)))
                .toString())
        .contains("statements indirect                p 1.0  r 1.0");
  }

  @ParameterizedTest
  @CsvSource({
    "Mr Milne, Seumas Milne, true",
    "Jo Cox, Brendan Cox, false",
    "the president, The President, true",
    "'', Jo Cox, false",
    "Strauß, STRAUSS, true"
  })
  void names_of_speakers_are_the_same_without_honorifics(String one, String other, boolean same) {
    assertThat(SpeakerNames.matches(one, other)).isEqualTo(same);
  }

  @Test
  void an_id_that_stands_twice_is_an_error() {
    String line = "{\"id\":\"x\",\"text\":\"X\"}\n";
    assertThatThrownBy(() -> read(line + line)).hasMessageContaining("line 2: the id x");
  }

  private static final String ROME = "{\"begin\":0,\"end\":4,\"type\":\"Place\"}";

  private static List<Gold> read(String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return GoldReader.read(
        new Source("gold.jsonl", "gold.jsonl", () -> new ByteArrayInputStream(bytes)));
  }

  private static InputStream file(String name) {
    return ScoresTest.class.getResourceAsStream(name);
  }

  private static Extraction empty(String id, String text) {
    return new Extraction(
        new Article(id, new Text(text), Metadata.NONE), List.of(), List.of(), List.of());
  }

  private static Span at(Text text, String words, int nth) {
    int at = -1;
    for (int i = 0; i <= nth; i++) {
      at = text.toString().indexOf(words, at + 1);
    }
    return text.span(at, at + words.length());
  }

  private static Mention mention(Text text, String words, int nth, Entity entity) {
    return new Mention(at(text, words, nth), words, entity.type(), entity);
  }

  private static Entity place(String name) {
    return new Entity(name, EntityType.PLACE, Set.of(), true);
  }

  private static Speaker described(Span span, String name) {
    return new Speaker.Described(span, name, span, name);
  }

  private static Statement said(List<Span> parts, StatementKind kind, Speaker speaker) {
    Span span = parts.get(0).union(parts.get(parts.size() - 1));
    return new Statement(
        span, parts, "", kind, Optional.empty(), Optional.ofNullable(speaker), Set.of(), 1);
  }
}
