package org.newsgraph.extract.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

final class SpeakerLabelTest {
  private static final Set<String> FAMILY_NAMES = Set.of("farrant", "baker");

  private static Optional<SpeakerLabel> parse(String line) {
    Text text = new Text(line);
    return SpeakerLabelParser.parse(text, new Span(0, text.length()), FAMILY_NAMES::contains);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FARRANT: Yes.                                            | NAMED     | FARRANT
          Farrant: Yes.                                            | NAMED     | Farrant
          BAKER: Yes.                                              | NAMED     | BAKER
          Mr Lund: Yes.                                            | NAMED     | Lund
          MS. LUND (Liberal): Yes.                                 | NAMED     | LUND
          Hon. Ingrid Lund (Minister of Transport): Yes.           | NAMED     | Ingrid Lund
          TNN ANCHOR DANA WHITE: Good morning.                     | NAMED     | DANA WHITE
          DR. OLU ADE, GEOLOGIST, UNIVERSITY OF MARSDEN: Yes.      | NAMED     | OLU ADE
          ODILE FARRANT, WEIR KEEPER (via Skype): Yes.             | NAMED     | ODILE FARRANT
          Sheila Lund, 82, a pensioner: “It is late.”              | NAMED     | Sheila Lund
          PROFESSOR AOIFE O'DWYER: Yes.                            | NAMED     | AOIFE O'DWYER
          MR. DE LA CRUZ: Yes.                                     | NAMED     | DE LA CRUZ
          REP. JO LUND (D-AR): Yes.                                | NAMED     | JO LUND
          [09:00:05] LUND: Yes.                                    | NAMED     | LUND
          **Farrant:** Yes.                                        | NAMED     | Farrant
          NP: Yes?                                                 | NAMED     | NP
          THE WITNESS: Yes.                                        | DESCRIBED | THE WITNESS
          UNIDENTIFIED FEMALE: Yes.                                | DESCRIBED | UNIDENTIFIED FEMALE
          Speaker 2: Yes.                                          | DESCRIBED | Speaker 2
          The Speaker: Order.                                      | DESCRIBED | The Speaker
          Moderator: Welcome.                                      | DESCRIBED | Moderator
          Q: Why?                                                  | QUESTION  | Q
          Q. Why?                                                  | QUESTION  | Q
          Q – Why?                                                 | QUESTION  | Q
          **Q:** Why?                                              | QUESTION  | Q
          Question: Why?                                           | QUESTION  | Question
          Interviewer: Why?                                        | QUESTION  | Interviewer
          A: Because.                                              | ANSWER    | A
          A. Because.                                              | ANSWER    | A
          A2: Because.                                             | ANSWER    | A2
          Answer: Because.                                         | ANSWER    | Answer
          """)
  void a_label_gives_the_voice_and_the_name_without_titles(String line, String voice, String name) {
    SpeakerLabel label = parse(line).orElseThrow();
    assertThat(label.voice()).hasToString(voice);
    assertThat(new Text(line).substring(label.name())).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Date: Monday.",
        "Venue: The old hall.",
        "Sources: The weir board.",
        "WHO: Mayor Ann Lund will speak.",
        "Media Contact: Bo Lund.",
        "Note: All times are local.",
        "READ MORE: The weir will be rebuilt.",
        "BY MR. LUND:",
        "Then she said: “No.”",
        "It was over. Farrant: “No.”",
        "The board had one aim: It wanted money.",
        "HELGA FARRANT, having been sworn, testified as follows: Yes.",
        "She asked “Why: is it?”",
        "At 10:30 the weir broke.",
        "https://example.org is closed."
      })
  void other_text_before_a_colon_is_not_a_label(String line) {
    assertThat(parse(line)).isEmpty();
  }

  @Test
  void a_label_gives_the_offices_of_the_speaker() {
    String line = "DR. OLU ADE, GEOLOGIST, UNIVERSITY OF MARSDEN (via Skype): Yes.";
    Text text = new Text(line);
    SpeakerLabel label = parse(line).orElseThrow();
    assertThat(label.after().stream().map(text::substring))
        .containsExactly("GEOLOGIST", "UNIVERSITY OF MARSDEN");
    assertThat(line.substring(label.end())).isEqualTo(" Yes.");
    assertThat(parse("TNN ANCHOR DANA WHITE: Yes.").orElseThrow().before())
        .contains(new Span(0, 10));
  }

  @ParameterizedTest
  @CsvSource({
    "DANA WHITE, Dana White",
    "AOIFE O'DWYER, Aoife O'Dwyer",
    "ANN-MARIE LUND, Ann-Marie Lund",
    "RENATA McCOY, Renata McCoy",
    "RENATA MCCOY, Renata McCoy",
    "JUAN DE LA CRUZ, Juan de la Cruz",
    "Dana White, Dana White"
  })
  void capitals_of_a_name_become_normal_case(String capitals, String name) {
    assertThat(NormalCase.ofName(capitals)).isEqualTo(name);
  }
}
