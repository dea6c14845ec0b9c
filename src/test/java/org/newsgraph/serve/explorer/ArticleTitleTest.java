package org.newsgraph.serve.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArticleTitleTest {
  @ParameterizedTest
  @CsvSource({
    "https://www.dawn.com/news/1654321/the-last-word?page=2, dawn.com/…/the-last-word",
    "https://news.example.org/story, news.example.org/story",
    "https://news.example.org/, news.example.org",
    "Harbour talks, Harbour talks",
    "And/or: a story, And/or: a story"
  })
  void an_address_is_shortened_to_its_host_and_the_end_of_its_path(String title, String shown) {
    assertThat(ArticleTitle.of(title, 80)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"https://a.example/b, true", "Harbour talks, false"})
  void only_addresses_are_headings_in_the_size_of_text(String title, boolean small) {
    assertThat(ArticleTitle.heading(title).source().contains("class=\"address\"")).isEqualTo(small);
  }
}
