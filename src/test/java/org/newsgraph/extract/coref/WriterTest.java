package org.newsgraph.extract.coref;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.StatementKind;

final class WriterTest {
  private static final String PAGE =
      """
      Letters to the editor

      SIR – Your article claims that the eels have left. I told the trust in March that the weir leaked.

      Odile Farrant
      Marsden

      SIR – I told Ms Farrant in April that the trust had no money.

      Tobias Quell
      Brackwater
      """;

  @Test
  void the_first_person_of_a_letter_is_the_one_who_signed_it() {
    assertThat(Extracting.statements(PAGE))
        .filteredOn(it -> it.speaker().get().text().equals("I"))
        .extracting(it -> it.content() + ": " + Extracting.speaker(it).get())
        .containsExactly("the weir leaked: Odile Farrant", "the trust had no money: Tobias Quell");
  }

  @Test
  void a_letter_with_a_salutation_is_a_statement_of_its_writer() {
    String letters =
        """
        Letters to the editor

        SIR – The weir “leaks”. It is old.

        It will break.

        Odile Farrant
        Marsden

        Dear Editor,

        The weir should stay.

        Yours faithfully,
        Dr Tobias Quell

        SIR – The river has no bridge.

        Name and address supplied
        """;
    assertThat(Extracting.statements(letters))
        .filteredOn(it -> it.kind() == StatementKind.INDIRECT)
        .extracting(it -> it.content() + ": " + Extracting.speaker(it).get())
        .containsExactly(
            "The weir “leaks”. It is old. It will break.: Odile Farrant",
            "The weir should stay.: Tobias Quell");
  }

  @Test
  void i_is_the_one_whom_the_note_below_an_opinion_piece_introduces() {
    String piece =
        """
        Why the weir must stay

        In March I told Tobias Quell that the river needs it.

        %s
        """;
    assertThat(
            Extracting.statements(
                piece.formatted("Odile Farrant is a novelist and lives in Marsden.")))
        .singleElement()
        .satisfies(it -> assertThat(Extracting.speaker(it)).contains("Odile Farrant"));
    assertThat(Extracting.statements(piece.formatted("Odile Farrant is expected in court.")))
        .singleElement()
        .satisfies(it -> assertThat(Extracting.speaker(it)).contains("I"));
  }

  @Test
  void a_signed_text_without_a_salutation_is_an_article() {
    String letters =
        """
        Your views

        The weir is old, and nobody repairs it.
        Odile Farrant, Marsden

        The weir should stay.
        Tobias Quell, Brackwater
        """;
    assertThat(Extracting.statements(letters)).isEmpty();
  }

  @Test
  void an_article_that_claims_something_is_nobody() {
    assertThat(Extracting.statements(PAGE))
        .filteredOn(it -> it.content().equals("the eels have left"))
        .singleElement()
        .satisfies(it -> assertThat(Extracting.speaker(it)).contains("Your article"));
  }

  @Test
  void signatures_name_people_and_places() {
    Extraction found = Extracting.from(PAGE);
    assertThat(found.mentions())
        .filteredOn(it -> it.entity().type() == EntityType.PLACE)
        .extracting(it -> it.text())
        .containsExactly("Marsden", "Brackwater");
    assertThat(found.mentions())
        .filteredOn(it -> it.text().equals("Farrant"))
        .singleElement()
        .satisfies(it -> assertThat(it.entity().name()).isEqualTo("Odile Farrant"));
  }

  @Test
  void the_first_person_of_an_article_is_its_only_author() {
    String article =
        """
        A weir that nobody wanted

        By Rosamund Tate

        I told the trust in March that the weir leaked. “I know,” said Tobias Quell, its chairman.
        """;
    assertThat(Extracting.statements(article))
        .extracting(it -> Extracting.speaker(it).get())
        .containsExactly("Rosamund Tate", "Tobias Quell");
  }
}
