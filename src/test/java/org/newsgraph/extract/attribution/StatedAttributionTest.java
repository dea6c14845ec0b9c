package org.newsgraph.extract.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Statement;
import org.newsgraph.extract.StatementKind;

/** Tests that the sentence of a quotation decides who said it. */
final class StatedAttributionTest {
  private static List<String> direct(String text) {
    return Extracting.statements(text).stream()
        .filter(it -> it.kind() == StatementKind.DIRECT)
        .map(StatedAttributionTest::line)
        .toList();
  }

  private static String line(Statement it) {
    return Extracting.speaker(it).orElse("-")
        + ": "
        + it.content().replaceAll("[“”,.]", "").strip();
  }

  @Test
  void in_a_row_of_quotations_each_is_of_the_one_named_in_its_sentence() {
    String text =
        """
        Residents of Belton gave the reporter their views on the new library on Sunday.

        “It looks like a shoebox and it cost a fortune,” said Ivo Tanner, a retired baker.

        “My daughters go there every day after school,” said Petra Lund, who lives opposite.

        “Nobody in our street was told about it,” said Hugo Stent, a glazier.

        “The roof will leak within ten years,” said Olga Farr, an architect.
        """;
    assertThat(direct(text))
        .containsExactly(
            "Ivo Tanner: It looks like a shoebox and it cost a fortune",
            "Petra Lund: My daughters go there every day after school",
            "Hugo Stent: Nobody in our street was told about it",
            "Olga Farr: The roof will leak within ten years");
  }

  @Test
  void a_quotation_before_its_cue_is_not_moved_to_the_next_speaker() {
    String text =
        """
        The swimming pool will stay open, its manager, Nina Holm, said on Friday. “We found the
        money,” she told the board.

        “They never asked us,” said Rolf Amsel.

        The pool was built in 1972.

        “Every child must learn to swim,” said Mayor Ida Brandt.
        """;
    assertThat(direct(text))
        .containsExactly(
            "Nina Holm: We found the money",
            "Rolf Amsel: They never asked us",
            "Ida Brandt: Every child must learn to swim");
  }

  @Test
  void an_apposition_may_stand_between_speaker_and_cue() {
    assertThat(
            direct(
                """
                The bridge was closed on Monday.

                “It was about to fall,” Jan Vogel, an engineer at the ministry, replied.
                """))
        .containsExactly("Jan Vogel: It was about to fall");
  }

  @Test
  void a_speaker_and_a_cue_before_the_quotation_count_as_well() {
    assertThat(
            direct(
                """
                The strike ended on Monday. Lena Roth, the driver, cheered.

                Karl Moll said: “We have won nothing at all.”
                """))
        .containsExactly("Karl Moll: We have won nothing at all");
  }
}
