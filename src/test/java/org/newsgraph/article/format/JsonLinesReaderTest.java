package org.newsgraph.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Metadata;

final class JsonLinesReaderTest {
  private static final ArticleReader READER = new JsonLinesReader(1000);

  @Test
  void a_line_is_an_article_and_its_text_is_unchanged() {
    Article article =
        read("{\"id\":\"a\",\"text\":\" One.\\r\\nTwo.\\r \",\"more\":[1]}").article();
    assertThat(article.text()).hasToString(" One.\r\nTwo.\r ");
    assertThat(article.location()).hasToString("a.jsonl: line 1");
  }

  @Test
  void what_the_object_says_wins_over_what_the_text_says() {
    Article article =
        read("{\"id\":\"a\",\"text\":\"By Jane Roe\\n\\nA sentence stands here.\",\"title\":\"T\","
                + "\"published\":\"2016-10-13\",\"url\":\"https://example.org/é\","
                + "\"authors\":[\"John Doe\"],\"publisher\":\"P\",\"language\":\"en-GB\"}")
            .article();
    Metadata metadata = article.metadata();
    assertThat(metadata.title()).hasValue("T");
    assertThat(metadata.authors()).containsExactly("John Doe");
    assertThat(metadata.publisher()).hasValue("P");
    assertThat(metadata.published()).hasValue("2016-10-13");
    assertThat(metadata.url()).hasValue("https://example.org/é");
    assertThat(metadata.language()).hasValue("en-GB");
  }

  @Test
  void where_the_object_is_silent_the_text_speaks() {
    Article article =
        read("{\"id\":\"a\",\"text\":\"By Jane Roe\\n\\nA sentence stands here.\"}").article();
    assertThat(article.metadata().authors()).containsExactly("Jane Roe");
  }

  @Test
  void bad_lines_are_named_and_the_others_are_kept() {
    ReadResult reading =
        read(
            """
            {"id":"a","text":"A"}
            {"id":"b","text":
            [1]

            {"text":"no id"}
            {"id":"  ","text":"blank id"}
            {"id":"c","text":" "}
            {"id":"d","text":5}
            {"id":"e","text":"\\ud83d"}
            {"id":"f","text":"F"} {"id":"g"}
            {"id":7,"text":"last"}""");
    assertThat(reading.articles()).extracting(Article::id).containsExactly("a", "7");
    assertThat(reading.problems())
        .hasSize(8)
        .satisfiesExactly(
            it -> assertThat(it).startsWith("a.jsonl: line 2: not a JSON object"),
            it -> assertThat(it).isEqualTo("a.jsonl: line 3: not a JSON object"),
            it -> assertThat(it).isEqualTo("a.jsonl: line 5: no \"id\""),
            it -> assertThat(it).isEqualTo("a.jsonl: line 6: \"id\" is blank"),
            it -> assertThat(it).isEqualTo("a.jsonl: line 7: \"text\" is blank"),
            it -> assertThat(it).isEqualTo("a.jsonl: line 8: \"text\" is not a string"),
            it -> assertThat(it).contains("line 9: \"text\" contains an unpaired surrogate"),
            it -> assertThat(it).startsWith("a.jsonl: line 10: not a JSON object"));
  }

  @ParameterizedTest
  @CsvSource({
    "published, last week",
    "published, 2016-13-01",
    "url, /news/1",
    "url, not a url",
    "language, english language",
    "language, en_GB",
  })
  void metadata_that_is_no_such_thing_is_left_out_with_a_warning(String field, String value) {
    ReadResult reading = read("{\"id\":\"a\",\"text\":\"A\",\"" + field + "\":\"" + value + "\"}");
    assertThat(reading.article().metadata()).isEqualTo(Metadata.NONE);
    assertThat(reading.problems())
        .singleElement()
        .asString()
        .startsWith("a.jsonl: line 1: warning: \"" + field + "\" is ignored");
    assertThat(reading.failures()).isZero();
  }

  @Test
  void dates_and_times_of_iso_8601_are_kept() {
    for (String date : List.of("2016-10-13", "2016-10-13T08:00", "2016-10-13T08:00:00Z")) {
      assertThat(
              read("{\"id\":\"a\",\"text\":\"A\",\"published\":\"" + date + "\"}")
                  .article()
                  .metadata()
                  .published())
          .hasValue(date);
    }
  }

  @Test
  void dates_in_other_forms_are_converted() {
    for (String date : List.of("\"Thu, 13 Oct 2016\"", "\"13/10/2016\"", "1476316800")) {
      assertThat(
              read("{\"id\":\"a\",\"text\":\"A\",\"published\":" + date + "}")
                  .article()
                  .metadata()
                  .published())
          .hasValueSatisfying(it -> assertThat(it).startsWith("2016-10-13"));
    }
  }

  @Test
  void a_byte_order_mark_and_a_duplicate_field_do_no_harm() {
    assertThat(read("\uFEFF{\"id\":\"a\",\"id\":\"b\",\"text\":\"A\"}\r\n").article().id())
        .isEqualTo("b");
  }

  @Test
  void an_array_or_an_object_over_several_lines_is_one_error_with_advice() {
    for (String json : List.of("[\n{\"id\":\"a\"}\n]", "{\n\"id\":\"a\"\n}")) {
      assertThat(read(json).problems()).singleElement().asString().contains("jq -c");
    }
  }

  @Test
  void an_article_that_is_too_long_is_skipped_and_the_next_one_read() {
    ReadResult reading =
        read(
            "{\"id\":\"a\",\"text\":\""
                + "x".repeat(1001)
                + "\"}\n"
                + "{\"id\":\"b\",\"text\":\""
                + "x".repeat(3_000_000)
                + "\"}\n"
                + "{\"id\":\"c\",\"text\":\"C\"}");
    assertThat(reading.article().id()).isEqualTo("c");
    assertThat(reading.problems()).hasSize(2).allMatch(it -> it.contains("longer than 1,000"));
  }

  @Test
  void deep_nesting_is_an_error_of_its_line() {
    assertThat(read("{\"id\":" + "[".repeat(100_000)).problems()).hasSize(1);
  }

  @Property
  void any_bytes_are_read_without_an_exception(@ForAll @Size(max = 500) byte[] bytes) {
    ReadResult reading = ReadResult.of(READER, "a.jsonl", bytes);
    assertThat(reading.articles().size() + reading.failures()).isPositive();
  }

  private static ReadResult read(String content) {
    return ReadResult.of(READER, "a.jsonl", content.getBytes(StandardCharsets.UTF_8));
  }
}
