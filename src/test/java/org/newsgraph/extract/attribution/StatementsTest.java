package org.newsgraph.extract.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsgraph.extract.Extracting.speaker;
import static org.newsgraph.extract.Extracting.statement;
import static org.newsgraph.extract.Extracting.statements;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Speaker;
import org.newsgraph.extract.Statement;
import org.newsgraph.extract.StatementKind;

class StatementsTest {
  @Test
  void a_speaker_before_the_quotation() {
    Statement found = statement("Brendan Cox said: ‘This isn’t just wrong, it’s disgraceful.’");
    assertThat(found.kind()).isEqualTo(StatementKind.DIRECT);
    assertThat(found.content()).isEqualTo("‘This isn’t just wrong, it’s disgraceful.’");
    assertThat(found.cue()).hasValueSatisfying(cue -> assertThat(cue.text()).isEqualTo("said"));
    assertThat(speaker(found)).contains("Brendan Cox");
  }

  @Test
  void a_speaker_after_the_quotation() {
    assertThat(speaker(statement("“We will not be moved,” said John Woodcock on Monday.")))
        .contains("John Woodcock");
    assertThat(speaker(statement("“We will not be moved,” John Woodcock told reporters.")))
        .contains("John Woodcock");
  }

  @Test
  void a_speaker_inside_the_quotation_parts_it() {
    Statement found = statement("“We will stay,” said John Woodcock, “and we will win.”");
    assertThat(found.kind()).isEqualTo(StatementKind.DIRECT);
    assertThat(found.parts()).hasSize(2);
    assertThat(found.content()).isEqualTo("“We will stay” … “and we will win.”");
    assertThat(speaker(found)).contains("John Woodcock");
  }

  @Test
  void an_ellipsis_tells_what_parts_it_where_no_marks_do() {
    Statement found =
        statement("Nobody, John Woodcock argued, had asked the voters about the new tax.");
    assertThat(found.parts()).hasSize(2);
    assertThat(found.content()).isEqualTo("Nobody … had asked the voters about the new tax");
  }

  @Test
  void a_quotation_that_goes_on_after_its_attribution_is_one_statement() {
    Statement found =
        statement("“We will stay,” John Woodcock said. “We have always stayed in this place.”");
    assertThat(found.parts()).hasSize(2);
  }

  @Test
  void a_quote_over_two_paragraphs_is_one_statement() {
    Statement found =
        statement("John Woodcock said: ‘We will not be moved.\n\n‘We will stay in this place.’");
    assertThat(found.kind()).isEqualTo(StatementKind.DIRECT);
    assertThat(speaker(found)).contains("John Woodcock");
    assertThat(found.span()).isEqualTo(new Span(20, 73));
  }

  @Test
  void what_a_quoted_speaker_denies_that_another_said_is_no_statement_of_the_other() {
    assertThat(
            Extracting.statements(
                "The union said the judge had not ruled that the conference should not be held,"
                    + " but that the union should abide by its own constitution."))
        .allSatisfy(it -> assertThat(speaker(it)).isNotEqualTo(Optional.of("the judge")));
  }

  @Test
  void what_somebody_said_that_is_indirect() {
    Statement found = statement("Mr Milne insisted that the leader was opposed to the war.");
    assertThat(found.kind()).isEqualTo(StatementKind.INDIRECT);
    assertThat(found.content()).isEqualTo("the leader was opposed to the war");
    assertThat(speaker(found)).contains("Milne");
  }

  @Test
  void according_to_someone_is_indirect_on_either_side() {
    Statement after =
        statement("More than 300 civilians have died, according to Amnesty International.");
    Statement before =
        statement("According to Amnesty International, more than 300 civilians have died.");
    assertThat(List.of(after, before))
        .allSatisfy(
            found -> {
              assertThat(found.kind()).isEqualTo(StatementKind.INDIRECT);
              assertThat(found.content()).containsIgnoringCase("more than 300 civilians have died");
              assertThat(speaker(found)).contains("Amnesty International");
            });
  }

  @Test
  void a_partly_quoted_content_is_mixed_and_keeps_its_marks() {
    Statement found = statement("Chris Nineham said it would increase ‘hysteria and jingoism’.");
    assertThat(found.kind()).isEqualTo(StatementKind.MIXED);
    assertThat(found.content()).isEqualTo("it would increase ‘hysteria and jingoism’");
  }

  @Test
  void an_accusation_is_a_statement_of_the_accuser() {
    Statement found =
        statement("Jamie Reed accused the prime minister of lying to Parliament about the war.");
    assertThat(speaker(found)).contains("Jamie Reed");
    assertThat(found.content()).contains("lying to Parliament");
  }

  @Test
  void who_is_accused_has_said_nothing() {
    assertThat(statements("Russia stands accused of a string of war crimes in Syria.")).isEmpty();
  }

  @Test
  void words_in_quotation_marks_that_nobody_said_are_no_statement() {
    assertThat(statements("The film “Gone With the Wind” opened in the so-called “red zone”."))
        .isEmpty();
  }

  @Test
  void the_speaker_is_found_across_what_is_told_of_him() {
    assertThat(
            speaker(
                statement(
                    "Sir Vince Cable, who replaced Tim Farron as leader in July, said: “We will"
                        + " fight this to the end.”")))
        .contains("Vince Cable");
    assertThat(speaker(statement("Hugh Hill, a doctor, said: “It was a terrible night for us.”")))
        .contains("Hugh Hill");
  }

  @Test
  void a_dash_and_a_name_after_the_quotation_tell_the_speaker() {
    assertThat(speaker(statement("“I have never seen anything like it in my life” — Hugh Hill")))
        .contains("Hugh Hill");
  }

  @Test
  void a_heading_with_a_colon_tells_the_speaker_of_the_next_paragraph() {
    assertThat(
            statements(
                "Two members made statements on Monday after a long debate.\n\nFrom Hugh Hill:\n\n"
                    + "“This decision will hurt everyone who lives in a small town.”"))
        .singleElement()
        .satisfies(found -> assertThat(speaker(found)).contains("Hugh Hill"));
  }

  @Test
  void any_verb_beside_a_quotation_can_be_its_cue() {
    Statement found = statement("“It is all over for us now,” sighed Hugh Hill.");
    assertThat(speaker(found)).contains("Hugh Hill");
    assertThat(found.cue()).hasValueSatisfying(cue -> assertThat(cue.text()).isEqualTo("sighed"));
  }

  @Test
  void a_participle_after_a_comma_belongs_to_the_subject_of_the_sentence() {
    assertThat(
            statements(
                "Jamie Reed called for Mr Milne to go, saying: ‘Whoever said it should go.’"))
        .filteredOn(found -> found.kind() == StatementKind.DIRECT)
        .singleElement()
        .satisfies(found -> assertThat(speaker(found)).contains("Jamie Reed"));
  }

  @Test
  void a_quotation_without_attribution_goes_on_with_the_speaker_before_it() {
    Statement found =
        statement(
            "“We will stay,” said John Woodcock as the crowd cheered.\n\n“We have nothing to lose"
                + " and we never had.”");
    assertThat(found.parts()).hasSize(2);
    assertThat(speaker(found)).contains("John Woodcock");
  }

  @Test
  void a_pull_quote_adds_no_second_statement() {
    String body =
        """
        Brendan Cox condemned the remarks in the Commons on Monday evening.

        He said: ‘This isn’t just wrong, it’s absolutely disgraceful.’

        The row came as bombs continued to rain down on the city yesterday.

        """;
    assertThat(statements(body + "‘This isn’t just wrong, it’s disgraceful’"))
        .hasSize(statements(body).size());
  }

  @Test
  void a_statement_is_about_what_its_content_names() {
    Statement found = statement("John Woodcock said: “Russia must leave Aleppo at once.”");
    assertThat(found.about()).extracting(Entity::name).containsExactly("Russia", "Aleppo");
  }

  @Test
  void a_quote_within_a_quote_is_part_of_it() {
    Statement found =
        statement("Hugh Hill said: “She told me ‘never again’ and then she left the room.”");
    assertThat(found.content())
        .isEqualTo("“She told me ‘never again’ and then she left the room.”");
    assertThat(speaker(found)).contains("Hugh Hill");
  }

  @Test
  void a_mark_that_is_never_closed_takes_no_attribution_in() {
    Statement found =
        statement("“We will not be moved, said John Woodcock on Monday.\n\nThe talks went on.");
    assertThat(found.content()).contains("We will not be moved").doesNotContain("Woodcock");
    assertThat(speaker(found)).contains("John Woodcock");
  }

  @Test
  void the_speaker_may_stand_three_paragraphs_back() {
    assertThat(
            statements(
                "“We will stay,” said John Woodcock as the crowd cheered.\n\n“We have nothing to"
                    + " lose and we never had.”\n\n“This town was built by our fathers.”\n\n“And"
                    + " nobody will take it from us.”"))
        .isNotEmpty()
        .allSatisfy(found -> assertThat(speaker(found)).contains("John Woodcock"));
  }

  @Test
  void what_somebody_wants_or_declines_to_say_is_no_statement() {
    assertThat(statements("Mr Reed wants the minister to go. The minister declined to comment."))
        .isEmpty();
  }

  @Test
  void what_nobody_in_particular_says_is_no_statement() {
    assertThat(statements("There are fears that the town will be flooded.")).isEmpty();
  }

  @Test
  void a_quotation_with_a_cue_of_its_own_is_no_part_of_the_one_before() {
    assertThat(
            statements(
                "“Each town needs its own road to the port,” said minister Tom Alweendo on"
                    + " Monday.\n\n“Why not make the road wider, and the port too?” he suggested.\n\n"
                    + "“That was never planned”, the statement explained."))
        .hasSize(3)
        .allSatisfy(found -> assertThat(found.parts()).hasSize(1));
  }

  @Test
  void the_antecedent_of_who_is_the_speaker() {
    Statement found =
        statement("Jon Tester, who said the tax “will hurt every family”, left the room.");
    assertThat(found.speaker()).map(Speaker::text).contains("Jon Tester");
  }

  @Test
  void an_abbreviation_after_the_last_name_belongs_to_the_content() {
    Statement found =
        statement("Mr Khan said the army was behind the attack on the Justice Party (JP).");
    assertThat(found.content()).endsWith("the Justice Party (JP)");
  }

  @Test
  void words_that_somebody_called_something_are_a_statement_of_theirs() {
    assertThat(
            statements(
                "The minister denounced what he called “a plot to bring down the government”."))
        .extracting(Statement::content)
        .contains("“a plot to bring down the government”");
  }

  @Test
  void a_phrase_before_said_that_is_not_content() {
    Statement found =
        statement("Despite the long debate, Mr Holcomb said that he would “gladly” sign the bill.");
    assertThat(found.content()).isEqualTo("he would “gladly” sign the bill");
  }
}
