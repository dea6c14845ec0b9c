package org.newsgraph.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleDateTest {
  private static final String TEXT = "<p>The council voted on 2 January 2019 to wait.</p>";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          <span class=article-date>28.04.2023</span>;                  2023-04-28
          <span class=date>Stand: 07.05.24, 10:30 Uhr</span>;          2024-05-07
          <p class=publishedAt>Published: May 7, 2024 at noon</p>;     2024-05-07
          <div class=fecha>7 de mayo de 2024</div>;                    2024-05-07
          <div class=info>Do 25.04.24 | 14:07 Uhr | Von Ruth Archer</div>; 2024-04-25
          <div class=info>Tuesday, 7 May 2024, 10:30</div>;            2024-05-07
          """)
  void a_date_below_the_headline_is_read(String element, String day) {
    assertThat(date("<h1>Railway to reopen</h1>" + element + TEXT)).contains(day);
  }

  @Test
  void a_date_above_the_headline_is_read() {
    String above = "<span class=date>7 May 2024</span><h1>Railway to reopen</h1>";
    assertThat(date(above + TEXT)).contains("2024-05-07");
  }

  @Test
  void the_headline_may_be_a_heading_of_a_lower_level() {
    String filler = "<div><i>Menu</i></div>".repeat(100);
    String page = "<h1>Light</h1>%s<h3>Today: Railway to reopen</h3><i class=date>7 May 2024</i>";
    assertThat(date(page.formatted(filler))).contains("2024-05-07");
  }

  @Test
  void the_end_of_the_window_title_may_be_a_date() {
    assertThat(date("<title>Railway to reopen | Light | 07.05.2024</title><h1>Railway</h1>" + TEXT))
        .contains("2024-05-07");
  }

  @Test
  void a_date_in_the_text_or_far_below_is_not_that_of_the_article() {
    String filler = "<div><i>Text</i></div>".repeat(100);
    String related = "<span class=date>7 May 2024</span>";
    assertThat(date("<h1>Railway to reopen</h1>" + TEXT + filler + related)).isEmpty();
  }

  private static Optional<String> date(String page) {
    return VisibleDate.of(Jsoup.parse(page), "Railway to reopen").map(it -> it.substring(0, 10));
  }
}
