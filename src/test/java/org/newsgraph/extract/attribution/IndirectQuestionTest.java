package org.newsgraph.extract.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Extraction;

/** Tests whether an indirect question is a statement. */
final class IndirectQuestionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Residents told the Herald what they think of the new ferry, which will sail in June.",
        "Olga Brandt told reporters what had happened on the bridge.",
        "Olga Brandt described how she feels about the ferry.",
        "The report says where the money went.",
        "Magda Stone explained what it means to lose a ferry."
      })
  void a_question_whose_answer_is_not_given_is_the_topic_of_a_report(String text) {
    Extraction found = Extracting.from(text);
    assertThat(found.statements()).isEmpty();
    assertThat(found.reports()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Olga Brandt said what the town needs is a new ferry.",
        "Peter Lund said that what happened was wrong.",
        "Olga Brandt explained why she left the council.",
        "Peter Lund told the court how he had escaped from the boat.",
        "Peter Lund asked what they think of the ferry.",
        "Olga Brandt added that when the ferry came, the town was empty.",
        "No one has told the town what the ferry costs."
      })
  void other_clauses_with_an_interrogative_are_statements(String text) {
    assertThat(Extracting.from(text).statements()).hasSize(1);
  }
}
