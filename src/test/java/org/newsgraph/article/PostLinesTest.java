package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.layout.PostCredit;
import org.newsgraph.article.layout.PostTime;

class PostLinesTest {
  private static Optional<String> author(String line) {
    return PostCredit.in(line).map(it -> line.substring(it.nameBegin(), it.nameEnd()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "— Greta Moore (@gmoore) May 7, 2024 | Greta Moore",
        "The quay is shut. — Greta Moore (@gmoore) May 7, 2024 | Greta Moore",
        "The quay is shut. - Ana-Maria Lund (@amlund) 7 May 2024 at 10:15 | Ana-Maria Lund",
        "&mdash a b -- Greta Moore (@gmoore@towns.example) | Greta Moore",
        "— Belton Port 🚢 (@beltonport.example.social) May 6, 2024 at 9:12 AM | Belton Port 🚢",
        "Posted by Greta Moore on Tuesday, May 7, 2024 | Greta Moore",
        "A post shared by Greta Moore (@gmoore) on May 5, 2024 at 10:42am PDT | Greta Moore",
        "A video shared by Greta Moore | Greta Moore",
        "Greta Moore @gmoore · May 7 | Greta Moore",
        "Greta Moore @gmoore · 2h | Greta Moore",
        "Greta Moore (@gmoore) | Greta Moore",
      })
  void a_line_names_the_author_of_a_post(String line, String name) {
    assertThat(author(line)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Greta Moore (@gmoore) has four thousand followers.",
        "Write to magda@moore.example — or to the town hall.",
        "The post was shared by Greta Moore on Tuesday.",
        "Posted by Greta Moore, who runs the port, on Tuesday",
        "He wrote to Greta Moore (@gmoore) on May 7, 2024",
        "Follow @gmoore on May 7",
        "",
      })
  void other_text_with_a_handle_is_not_such_a_line(String line) {
    assertThat(author(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10:42am",
        "14.05 BST",
        "Posted at 09:31",
        "9.15 a.m.",
        "23:59:10 GMT",
        "Updated 7:05 PM EST",
        "7 May 2024 10:42",
        "10:42, 7 May",
        "Tuesday 7 May, 10:42 BST"
      })
  void a_time_of_day_separates_posts(String line) {
    assertThat(PostTime.isPostTime(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10:42 Moore arrives",
        "2024",
        "25:10",
        "9.75",
        "At 10:42am",
        "Psalm 23:4",
        "3-2",
        ""
      })
  void other_numbers_do_not(String line) {
    assertThat(PostTime.isPostTime(line)).isFalse();
  }
}
