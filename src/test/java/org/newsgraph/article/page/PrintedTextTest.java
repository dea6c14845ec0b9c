package org.newsgraph.article.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrintedTextTest {
  private static final String LEFT =
      """
       The weir at Brackwater is to be
      rebuilt, its keeper, Odile Farrant,
      told the trust on Monday evening.
       “We have measured the river for
      eleven years,” she said. “The le-
      vel has never been this low, and\
      """;

  private static final String RIGHT =
      """
      nobody has asked why.”
       Tobias Quell, the trust’s vice-
      chairman, thanked Ms Farrant. A
      London-based firm and the Moore-
      Varley family will pay, he added.\
      """;

  private static final List<String> PARAGRAPHS =
      List.of(
          "The weir at Brackwater is to be rebuilt, its keeper, Odile Farrant, told the trust on"
              + " Monday evening.",
          "“We have measured the river for eleven years,” she said. “The level has never been this"
              + " low, and nobody has asked why.”",
          "Tobias Quell, the trust’s vice-chairman, thanked Ms Farrant. A London-based firm and the"
              + " Moore-Varley family will pay, he added.");

  private static Typesetter twoColumns() {
    return new Typesetter()
        .line(40, 60, 20, "Weir to be rebuilt after all")
        .column(40, 100, LEFT)
        .column(240, 100, RIGHT);
  }

  @Test
  void columns_are_read_one_after_the_other_below_their_heading() {
    assertThat(twoColumns().blocks().get(0)).isEqualTo("Weir to be rebuilt after all");
    assertThat(twoColumns().blocks().subList(1, 4)).isEqualTo(PARAGRAPHS);
  }

  @Test
  void the_order_in_which_a_page_is_drawn_does_not_matter() {
    List<PageWord> words = twoColumns().pages().get(0);
    List<PageWord> byRow = new ArrayList<>(words);
    byRow.sort(Comparator.comparing(PageWord::baseline).thenComparing(PageWord::left));
    List<PageWord> shuffled = new ArrayList<>(words);
    Collections.shuffle(shuffled, new Random(7));
    assertThat(PrintedText.of(List.of(byRow))).isEqualTo(twoColumns().read());
    assertThat(PrintedText.of(List.of(shuffled))).isEqualTo(twoColumns().read());
  }

  @Test
  void columns_need_not_share_their_baselines() {
    Typesetter page =
        new Typesetter()
            .line(40, 60, 20, "Weir to be rebuilt after all")
            .column(40, 100, LEFT)
            .column(240, 95, RIGHT);
    assertThat(page.blocks().subList(1, 4)).isEqualTo(PARAGRAPHS);
  }

  @Test
  void a_heading_over_two_of_three_columns_ends_all_columns_above_it() {
    Typesetter page = new Typesetter();
    for (int i = 0; i < 4; i++) {
      for (int column = 0; column < 3; column++) {
        page.line(40 + 180 * column, 100 + 12 * i, 10, "Upper column " + column + " line " + i);
        page.line(40 + 180 * column, 220 + 12 * i, 10, "Lower column " + column + " line " + i);
      }
    }
    page.line(40, 180, 18, "A heading over two columns");
    List<String> blocks = page.blocks();
    int heading = blocks.indexOf("A heading over two columns");
    assertThat(String.join(" ", blocks.subList(0, heading)))
        .contains("Upper column 2 line 3")
        .doesNotContain("Lower");
    assertThat(String.join(" ", blocks)).containsSubsequence("Upper column 2", "Lower column 0");
  }

  @Test
  void wide_spaces_in_justified_lines_are_no_gutter() {
    Typesetter page = new Typesetter();
    int[] starts = {131, 138, 126};
    for (int i = 0; i < 3; i++) {
      page.line(40, 100 + 12 * i, 10, "a line with sp" + "x".repeat(i));
      page.line(starts[i], 100 + 12 * i, 10, "and " + i + " words behind it");
    }
    assertThat(page.blocks().get(0)).startsWith("a line with sp and 0 words behind it a line");
  }

  @Test
  void heads_and_feet_of_pages_give_publisher_and_date_and_are_not_part_of_the_text() {
    Typesetter pages = new Typesetter();
    for (int page = 1; page <= 2; page++) {
      pages
          .line(40, 20, 8, "Brackwater Courier")
          .line(400, 20, 8, "Thursday, 9 May 2024")
          .column(40, 100, page == 1 ? LEFT : RIGHT)
          .line(200, 780, 8, "Page " + page)
          .newPage();
    }
    assertThat(pages.blocks()).isEqualTo(PARAGRAPHS);
    assertThat(pages.read().metadata().publisher()).hasValue("Brackwater Courier");
    assertThat(pages.read().metadata().published()).hasValue("2024-05-09");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Brackwater Courier — 9 May 2024",
        "BRACKWATER COURIER | THURSDAY 9 MAY 2024 | 4",
        "Brackwater Courier 09.05.2024"
      })
  void a_newspaper_and_a_date_in_one_row_may_be_larger_than_the_body(String head) {
    Typesetter page = new Typesetter().line(40, 20, 12, head).column(40, 100, LEFT);
    assertThat(page.blocks()).doesNotContain(head);
    assertThat(page.read().metadata().publisher().map(it -> it.toLowerCase(Locale.ROOT)))
        .hasValue("brackwater courier");
    assertThat(page.read().metadata().published()).hasValue("2024-05-09");
  }

  @Test
  void a_head_without_a_date_is_recognised_because_pages_repeat_it() {
    Typesetter pages = new Typesetter();
    for (int page = 1; page <= 2; page++) {
      pages
          .line(40, 20, 10, "What the river took from us")
          .column(40, 100, page == 1 ? LEFT : RIGHT)
          .newPage();
    }
    assertThat(pages.blocks()).isEqualTo(PARAGRAPHS);
  }

  @Test
  void first_lines_of_an_article_are_not_a_head() {
    Typesetter page =
        new Typesetter()
            .line(40, 40, 20, "Weir to be rebuilt after all")
            .line(40, 70, 10, "By Rosamund Tate")
            .column(40, 100, LEFT);
    assertThat(page.blocks()).startsWith("Weir to be rebuilt after all", "By Rosamund Tate");
  }

  @Test
  void the_largest_heading_is_the_title_and_a_masthead_the_publisher() {
    Typesetter page =
        new Typesetter()
            .line(40, 40, 30, "The Brackwater Courier")
            .line(40, 60, 8, "9 May 2024")
            .line(40, 90, 20, "Weir to be rebuilt after all")
            .column(40, 120, LEFT)
            .line(40, 220, 13, "Nobody has asked why it leaked");
    assertThat(page.read().metadata().title()).hasValue("Weir to be rebuilt after all");
    assertThat(page.read().metadata().publisher()).hasValue("The Brackwater Courier");
    assertThat(page.read().metadata().published()).hasValue("2024-05-09");
  }

  @Test
  void a_masthead_is_not_part_of_the_text() {
    Typesetter page =
        new Typesetter()
            .line(40, 40, 30, "The Brackwater Courier")
            .line(40, 90, 20, "Weir to be rebuilt after all")
            .column(40, 120, LEFT);
    assertThat(page.blocks()).startsWith("Weir to be rebuilt after all", PARAGRAPHS.get(0));
  }

  @Test
  void lines_that_lead_to_another_page_and_running_titles_are_left_out() {
    Typesetter pages =
        new Typesetter()
            .line(40, 90, 20, "Weir to be rebuilt after all")
            .column(40, 120, LEFT)
            .line(40, 210, 9, "Continued on page 2")
            .newPage()
            .line(40, 20, 8, "Weir to be rebuilt after all")
            .line(40, 60, 9, "From page 1")
            .column(40, 120, RIGHT);
    assertThat(pages.blocks().subList(1, 4)).isEqualTo(PARAGRAPHS);
    assertThat(pages.blocks()).hasSize(4);
  }

  @Test
  void a_name_below_the_title_is_the_author() {
    Typesetter page =
        new Typesetter()
            .line(40, 90, 20, "Weir to be rebuilt after all")
            .line(40, 104, 8, "Rosamund Tate")
            .column(40, 130, LEFT);
    assertThat(page.read().metadata().authors()).containsExactly("Rosamund Tate");
  }

  @Test
  void a_pull_quote_follows_the_paragraph_that_it_interrupts() {
    Typesetter page =
        new Typesetter()
            .column(40, 100, LEFT)
            .line(40, 190, 16, "‘Nobody has asked’")
            .column(40, 220, RIGHT);
    assertThat(page.blocks())
        .containsExactly(
            PARAGRAPHS.get(0), PARAGRAPHS.get(1), "‘Nobody has asked’", PARAGRAPHS.get(2));
  }

  @Test
  void a_drop_cap_is_the_first_letter_of_its_word() {
    Typesetter page =
        new Typesetter()
            .line(40, 124, 42, "T")
            .column(62, 100, "he weir at Brackwater is to be\nrebuilt, its keeper told the trust")
            .column(40, 124, "on Monday evening in the hall of\nthe trust beside the river bank.");
    assertThat(page.blocks())
        .containsExactly(
            "The weir at Brackwater is to be rebuilt, its keeper told the trust on Monday evening"
                + " in the hall of the trust beside the river bank.");
  }

  @Test
  void a_gap_or_a_short_last_line_ends_a_paragraph() {
    Typesetter page =
        new Typesetter()
            .column(40, 100, "The weir at Brackwater is to be built\nof oak. It leaked.")
            .column(40, 124, "Nobody had asked the keeper of the\nweir why it did so.")
            .column(40, 156, "She had measured it for many years.");
    assertThat(page.blocks()).hasSize(3);
  }

  @Test
  void empty_pages_give_no_text() {
    assertThat(PrintedText.of(List.of(List.of(), List.of())).text()).isEmpty();
  }

  @Test
  void each_headline_above_a_byline_starts_an_article() {
    Typesetter page =
        new Typesetter()
            .line(40, 20, 8, "Brackwater Courier · 9 May 2024 · Page 4")
            .line(40, 60, 20, "Weir to be rebuilt after all")
            .line(40, 80, 10, "By Rosamund Tate")
            .column(40, 100, LEFT)
            .column(240, 100, RIGHT)
            .line(40, 220, 20, "Mill sold to a baker")
            .line(40, 240, 10, "By Tobias Quell")
            .column(40, 260, LEFT)
            .column(240, 260, RIGHT);
    List<PrintedText> articles = page.read().articles();
    assertThat(articles)
        .extracting(it -> it.metadata().title().orElse(""))
        .containsExactly("Weir to be rebuilt after all", "Mill sold to a baker");
    assertThat(articles)
        .extracting(it -> it.metadata().authors())
        .containsExactly(List.of("Rosamund Tate"), List.of("Tobias Quell"));
    assertThat(articles)
        .extracting(it -> it.metadata().publisher().orElse(""))
        .containsOnly("Brackwater Courier");
  }

  @Test
  void a_subheading_does_not_start_an_article() {
    Typesetter page =
        new Typesetter()
            .line(40, 60, 20, "Weir to be rebuilt after all")
            .line(40, 80, 10, "By Rosamund Tate")
            .column(40, 100, LEFT)
            .line(40, 200, 14, "A costly winter")
            .column(40, 220, RIGHT);
    assertThat(page.read().articles()).hasSize(1);
  }

  @Test
  void a_name_with_an_office_below_the_title_is_the_author() {
    Typesetter page =
        new Typesetter()
            .line(40, 60, 20, "Weir to be rebuilt after all")
            .line(40, 80, 8, "Rosamund Tate, Political Editor")
            .column(40, 110, LEFT);
    assertThat(page.read().metadata().authors()).containsExactly("Rosamund Tate");
  }

  @Test
  void wide_spaces_at_one_place_of_two_justified_lines_are_no_gutter() {
    Typesetter page =
        new Typesetter()
            .column(40, 88, "The documents about the weir of oak")
            .line(40, 100, 10, "documentation")
            .line(130, 100, 10, "had")
            .line(170, 100, 10, "been")
            .line(40, 112, 10, "transmitted")
            .line(130, 112, 10, "to the")
            .line(185, 112, 10, "trust")
            .column(40, 124, "on Monday evening, its keeper told it.");
    assertThat(page.blocks())
        .containsExactly(
            "The documents about the weir of oak documentation had been transmitted to the trust"
                + " on Monday evening, its keeper told it.");
  }
}
