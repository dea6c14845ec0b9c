package org.newsgraph.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;

final class PlainTextReaderTest {
  private static final ArticleReader READER = new PlainTextReader(1000);

  @Test
  void a_file_is_an_article_named_by_its_file() {
    Article article = ReadResult.of(READER, "2016.news.txt", "Aleppo was bombed.\r\n").article();
    assertThat(article.id()).isEqualTo("2016.news");
    assertThat(article.text()).hasToString("Aleppo was bombed.\n");
    assertThat(article.location()).hasToString("2016.news.txt");
  }

  @Test
  void title_authors_and_publisher_are_read_off_the_text() {
    Article article =
        ReadResult.of(
                READER,
                "a.txt",
                """
                The Daily Example

                Mayor opens the long awaited bridge

                - By Jane Roe and John Doe j.doe@example.org

                The mayor opened the bridge on Monday, two years late.
                """)
            .article();
    assertThat(article.metadata().publisher()).hasValue("The Daily Example");
    assertThat(article.metadata().title()).hasValue("Mayor opens the long awaited bridge");
    assertThat(article.metadata().authors()).containsExactly("Jane Roe", "John Doe");
  }

  @Test
  void an_empty_file_is_an_error() {
    for (String content : List.of("", " \n\u00A0\n", "\uFEFF")) {
      ReadResult reading = ReadResult.of(READER, "empty.txt", content);
      assertThat(reading.articles()).isEmpty();
      assertThat(reading.problems()).containsExactly("empty.txt: empty: an article needs text");
    }
  }

  @Test
  void an_article_of_many_megabytes_is_refused_with_advice() {
    for (int length : List.of(1001, 10_000_000)) {
      ReadResult reading = ReadResult.of(READER, "big.txt", "a".repeat(length));
      assertThat(reading.articles()).isEmpty();
      assertThat(reading.problems())
          .singleElement()
          .asString()
          .startsWith("big.txt: longer than 1,000 characters")
          .contains("otherwise raise --max-length");
    }
  }

  @Test
  void the_limit_counts_characters_and_not_bytes() {
    assertThat(ReadResult.of(READER, "a.txt", "😀".repeat(1000)).article().text().length())
        .isEqualTo(1000);
  }

  @Test
  void another_encoding_is_a_warning_and_no_failure() {
    ReadResult reading =
        ReadResult.of(READER, "old.txt", "café".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(reading.article().text()).hasToString("café");
    assertThat(reading.problems())
        .singleElement()
        .asString()
        .startsWith("old.txt: warning: not UTF-8");
    assertThat(reading.failures()).isZero();
  }

  @Property
  void any_bytes_give_one_article_or_one_error(@ForAll @Size(max = 500) byte[] bytes) {
    ReadResult reading = ReadResult.of(READER, "a.txt", bytes);
    assertThat(reading.articles().size() + reading.failures()).isEqualTo(1);
  }
}
