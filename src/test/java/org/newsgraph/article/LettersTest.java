package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.layout.Letters;
import org.newsgraph.article.layout.Letters.Letter;
import org.newsgraph.article.layout.Signature;

final class LettersTest {
  private static final String PAGE =
      """
      Letters to the editor

      The weir leaks

      SIR – Your article claims that the eels have left. I warned the trust that the weir leaked.

      Odile Farrant
      Marsden

      SIR – Ms Farrant forgets the drought. The trust had other worries.

      Yours faithfully,
      Tobias Quell (Mr)
      Chairman, Weir Trust
      Brackwater

      A bridge is wanted

      SIR – The river has no bridge.

      Name and address supplied

      Send your letter to post@gazette.example. Long ones are shortened.
      """;

  private static List<Letter> letters(String page) {
    Text text = new Text(page);
    return Letters.split(text, Layout.of(text, Optional.empty()), Optional.empty());
  }

  @Test
  void a_letters_page_gives_letters_with_headings_and_writers() {
    List<Letter> letters = letters(PAGE);
    assertThat(letters)
        .extracting(it -> String.join(", ", it.authors()))
        .containsExactly("Odile Farrant", "Tobias Quell", "");
    assertThat(letters)
        .extracting(it -> it.title().orElse(""))
        .containsExactly("The weir leaks", "The weir leaks", "A bridge is wanted");
    Text text = new Text(PAGE);
    assertThat(letters)
        .extracting(it -> text.substring(it.span()))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("The weir leaks").endsWith("Farrant\nMarsden"),
            second -> assertThat(second).startsWith("SIR – Ms").endsWith("Brackwater"),
            third -> assertThat(third).startsWith("A bridge").endsWith("supplied"));
  }

  @Test
  void the_heading_may_name_newspaper_and_date_and_a_title_may_be_in_parentheses() {
    String page =
        """
        Letters to the Editor, Marsden Gazette, May 7

        The weir leaks, whatever the trust says. I told it so.
        Odile Farrant, Marsden

        To the Editor:

        It does not leak.

        (Dr) Tobias Quell,
        Chairman, Weir Trust

        Madam – Both are right.

        Una Frith
        """;
    assertThat(letters(page))
        .extracting(it -> String.join(", ", it.authors()))
        .containsExactly("Odile Farrant", "Tobias Quell", "Una Frith");
  }

  @Test
  void signatures_are_no_part_of_the_body() {
    Text text = new Text(PAGE);
    assertThat(Layout.of(text, Optional.empty()).paragraphs())
        .filteredOn(it -> it.part() == Part.SIGNATURE)
        .extracting(it -> text.substring(it.span()))
        .containsExactly(
            "Odile Farrant",
            "Marsden",
            "Yours faithfully,",
            "Tobias Quell (Mr)",
            "Chairman, Weir Trust",
            "Brackwater",
            "Name and address supplied");
  }

  @Test
  void letters_under_a_heading_need_no_salutation() {
    String page =
        """
        Your views

        The weir should stay, since the salmon need it.
        Odile Farrant, Marsden

        The weir should go. It has leaked for eleven years.
        — Dr Tobias Quell, Brackwater
        """;
    assertThat(letters(page))
        .extracting(Letter::authors)
        .containsExactly(List.of("Odile Farrant"), List.of("Tobias Quell"));
  }

  @Test
  void letters_with_salutations_need_no_heading() {
    String page =
        """
        Dear Editor, the weir should stay, since the salmon need it.

        Odile Farrant

        Dear Editor, the weir should go. It has leaked for eleven years.

        Tobias Quell MP
        """;
    assertThat(letters(page)).hasSize(2);
  }

  @Test
  void a_salutation_on_its_own_line_belongs_to_the_letter() {
    String page =
        "Dear Editor,\n\nThe weir should go.\n\nOdile Farrant\n\nDear Editor,\n\nThe weir should"
            + " stay.\n\nTobias Quell";
    Text text = new Text(page);
    assertThat(letters(page))
        .extracting(it -> text.substring(it.span()).lines().findFirst().orElseThrow())
        .containsExactly("Dear Editor,", "Dear Editor,");
  }

  @Test
  void other_texts_are_not_divided() {
    assertThat(letters("Letters from the river\n\nThe weir leaks.\n\nOdile Farrant\n\nIt will go."))
        .isEmpty();
    assertThat(letters("SIR – The weir leaks, as everybody knows.\n\nOdile Farrant\nMarsden"))
        .isEmpty();
    assertThat(letters(PAGE + "\n\n" + "The weir was built by monks who needed fish. ".repeat(9)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Odile Farrant                  | Odile Farrant      |
          Odile Farrant (Mrs)            | Odile Farrant      |
          Odile Farrant, Marsden         | Odile Farrant      | Marsden
          Odile Farrant, Marsden, Dorset | Odile Farrant      | Marsden, Dorset
          Dr Odile Farrant               | Odile Farrant      |
          Odile Farrant MP               | Odile Farrant      |
          Odile Farrant, OBE             | Odile Farrant      |
          The Rev. J. R. Quell           | J. R. Quell        |
          J.R. Quell                     | J.R. Quell         |
          – Tobias van der Quell         | Tobias van der Quell |
          Mary-Ann O’Neill               | Mary-Ann O’Neill   |
          Lord Marsden                   | Marsden            |
          """)
  void a_signature_gives_name_and_place(String line, String name, String place) {
    assertThat(Signature.of(line)).isPresent();
    assertThat(Signature.of(line).get().name()).hasValue(name);
    assertThat(Signature.of(line).get().place()).isEqualTo(Optional.ofNullable(place));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The weir leaks",
        "The Weir Leaks",
        "Marsden",
        "Yours faithfully",
        "Send your letter to post@gazette.example",
        "It should go.",
        "7 Mill Lane, Marsden"
      })
  void other_lines_are_no_signatures(String line) {
    assertThat(Signature.of(line)).isEmpty();
  }
}
