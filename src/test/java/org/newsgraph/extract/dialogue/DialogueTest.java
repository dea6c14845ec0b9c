package org.newsgraph.extract.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Speaker;
import org.newsgraph.extract.Statement;
import org.newsgraph.extract.StatementKind;

final class DialogueTest {
  private static final String TRANSCRIPT =
      """
      Aired March 3, 2021 - 09:00 ET

      TNN ANCHOR DANA WHITLOCK: We begin in Ardmore. The dam has failed. Our correspondent Piers \
      Oduya is there.

      PIERS ODUYA, CORRESPONDENT (voice-over): The water came at three in the morning.

      DR. OLU ADE, GEOLOGIST, UNIVERSITY OF MARSDEN: OK. The clay below the dam is soft.

      We warned them twice.

      (BEGIN VIDEO CLIP)

      UNIDENTIFIED FEMALE: I lost everything.

      GOV. RENATA McCOY (via Skype): We will rebuild. (APPLAUSE)

      WHITLOCK: Piers, what do the people say?

      ODUYA: They are angry. “Nobody came,” the baker Tom Barr said.

      [LAUGHTER]
      """;

  private static List<String> turns(String text) {
    return Extracting.statements(text).stream().map(DialogueTest::line).toList();
  }

  private static String line(Statement statement) {
    return statement.speaker().map(Speaker::name).orElse("-") + ": " + statement.content();
  }

  @Test
  void each_turn_of_a_transcript_is_a_statement_of_its_speaker() {
    assertThat(turns(TRANSCRIPT))
        .contains(
            "Dana Whitlock: We begin in Ardmore. The dam has failed. Our correspondent Piers Oduya"
                + " is there.",
            "Piers Oduya: The water came at three in the morning.",
            "Olu Ade: OK. The clay below the dam is soft. We warned them twice.",
            "unidentified female: I lost everything.",
            "Renata McCoy: We will rebuild.",
            "Dana Whitlock: Piers, what do the people say?",
            "Piers Oduya: They are angry. “Nobody came,” the baker Tom Barr said.",
            "Tom Barr: “Nobody came”")
        .hasSize(8);
  }

  @Test
  void a_turn_is_indirect_and_has_no_cue() {
    Statement turn = Extracting.statements(TRANSCRIPT).get(6);
    assertThat(turn.kind()).isEqualTo(StatementKind.INDIRECT);
    assertThat(turn.cue()).isEmpty();
    assertThat(turn.confidence()).isEqualTo(0.9);
    assertThat(turn.speaker().map(Speaker::text)).contains("ODUYA");
  }

  @Test
  void the_names_of_labels_are_entities_in_normal_case_and_other_words_are_not() {
    assertThat(Extracting.from(TRANSCRIPT).entities().stream().map(Entity::name))
        .containsExactlyInAnyOrder(
            "TNN",
            "Dana Whitlock",
            "Ardmore",
            "Piers Oduya",
            "Olu Ade",
            "University of Marsden",
            "Renata McCoy",
            "Tom Barr");
  }

  @Test
  void the_offices_of_labels_are_roles() {
    Extraction extraction = Extracting.from(TRANSCRIPT);
    assertThat(
            extraction.roles().stream()
                .map(
                    it ->
                        "%s: %s, %s"
                            .formatted(
                                it.person().name(),
                                it.text(),
                                it.organisation().map(Entity::name).orElse("-"))))
        .contains(
            "Dana Whitlock: TNN anchor, TNN",
            "Olu Ade: geologist, University of Marsden",
            "Piers Oduya: correspondent, -");
  }

  @Test
  void a_turn_ends_before_the_narrator_and_before_notes() {
    String text =
        """
        The keeper looks back

        The Courier met Odile Farrant, who kept the weir for forty years.

        Courier: What was the worst night?

        Farrant: The flood. We lost two boats.

        The boats

        The third one came back.

        Courier: Will you miss it?

        Farrant: Every day.

        Odile Farrant lives in Marsden with her dog.

        This interview has been edited for length.
        """;
    assertThat(turns(text))
        .containsExactly(
            "Courier: What was the worst night?",
            "Odile Farrant: The flood. We lost two boats. … The third one came back.",
            "Courier: Will you miss it?",
            "Odile Farrant: Every day.");
  }

  @Test
  void answers_belong_to_the_person_whom_the_introduction_names() {
    String text =
        """
        ‘I would do it again’: a talk with the last lamplighter

        By Una Blake

        Piet Lunn lit the lamps of Marsden until May. The Courier met him on the quay.

        Q: Was it hard?

        A: It was cold. Una Moor, who sold the oil, helped me.

        Q: Mr Moor says you were never paid. Is that true?

        A: I was paid in June.
        """;
    assertThat(turns(text))
        .containsExactly(
            "Piet Lunn: ‘I would do it again’",
            "Piet Lunn: It was cold. Una Moor, who sold the oil, helped me.",
            "Piet Lunn: I was paid in June.");
  }

  @Test
  void initials_stand_for_the_persons_of_the_introduction() {
    String text =
        """
        The mayor who never wanted to be one

        Bram Oster has led Marsden for ten years. Carys Finlay spoke to him about sheep.

        CF: You said you would leave. What happened?

        BO: Nobody else wanted the job.

        CF: And the sheep?

        BO: The sheep are a disgrace.
        """;
    assertThat(turns(text))
        .containsExactly(
            "Carys Finlay: You said you would leave. What happened?",
            "Bram Oster: Nobody else wanted the job.",
            "Carys Finlay: And the sheep?",
            "Bram Oster: The sheep are a disgrace.");
  }

  @Test
  void the_witness_in_court_gives_the_answers() {
    String text =
        """
        DIRECT EXAMINATION

        HELGA STROM, having been first duly sworn, testified as follows:

        BY MR. VANE:

        Q. Where were you on the night of May 4?
        A. I was at the mill.
        THE COURT: Please speak up.
        THE WITNESS: I was at the mill.
        MR. VANE: I have no further questions.
        """;
    assertThat(turns(text))
        .containsExactly(
            "Helga Strom: I was at the mill.",
            "the court: Please speak up.",
            "Helga Strom: I was at the mill.",
            "Vane: I have no further questions.");
  }

  @Test
  void an_unnamed_person_who_is_interviewed_is_described() {
    String text =
        """
        Cold nights: a conversation with the last lamplighter

        Question: When did you begin?

        Answer: I was fourteen. My uncle gave me a ladder.

        Question: Was it hard?

        Answer: It was cold.
        """;
    assertThat(turns(text))
        .containsExactly(
            "the last lamplighter: I was fourteen. My uncle gave me a ladder.",
            "the last lamplighter: It was cold.");
  }

  @Test
  void answers_of_two_persons_are_nobodys() {
    String text =
        """
        The weir row: two views

        We asked Ann Lund, who runs the weir, and Bo Farrant, who fights it, to answer.

        Q: Is the weir safe?

        A: It is. I cross it every day.

        Q: Then why are people afraid?

        A: They have read too many stories.
        """;
    assertThat(Extracting.statements(text))
        .hasSize(2)
        .allSatisfy(it -> assertThat(it.speaker()).containsInstanceOf(Speaker.Described.class));
  }

  @Test
  void questions_may_be_paragraphs_without_labels() {
    String text =
        """
        An interview with the new head of the weir board

        Tomas Ravn took over the board in June. We met him above the quay.

        Why did you take this job?

        I grew up here. My father was a docker.

        The board has lost money for six years. Can it survive?

        It can. We have cut our costs by a third.

        Nobody liked it, and I did not like it either.

        Is there anything you regret?

        I regret that I did not come home earlier.
        """;
    assertThat(turns(text))
        .containsExactly(
            "Tomas Ravn: I grew up here. My father was a docker.",
            "Tomas Ravn: It can. We have cut our costs by a third. Nobody liked it, and I did not like"
                + " it either.",
            "Tomas Ravn: I regret that I did not come home earlier.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        Weir opens on Friday

        The weir board will open its new weir on Friday.

        WHO: Mayor Ann Lund will speak at the event.

        WHAT: The opening of the weir will take an hour.

        Contact: Bo Farrant can be reached by phone.
        """,
        """
        Rovers hold City

        Rovers and City drew 1-1 on Saturday. Karl Voss, the manager, was unlucky.

        Rovers: Penn, Okoro, Lind, Baird, Moss.

        City: Hale, Rook, Stone, Marsh, Wade.

        Referee: Tom Barr.
        """,
        """
        World in brief

        PARIS: Police arrested two men on Monday after a fire.

        NAIROBI: Kenya will build a new railway.
        """,
        """
        How Ann Lund bakes her bread

        Ingredients: Flour, water and salt will do.

        Method: Mix the flour with the water.

        Tip: Do not open the door while you wait.
        """,
        """
        The new timetable

        The company has published a new timetable. Here is what you need to know.

        When does it start?

        It starts on Monday.

        Why has it changed?

        Fewer people travel in winter.

        Will you pay more?

        Yes. A ticket will cost four pounds.
        """,
        """
        The new timetable

        The company of Dora Lund has published a new timetable.

        Q: When does it start?

        A: The new timetable starts on Monday.

        Q: Why has it changed?

        A: Fewer people travel in winter.
        """,
        """
        We must save the library

        I met Petra Lund in the library last week. She reads there every day.

        What will she do when it closes?

        I asked her, and she shrugged. My own children learned to read there.

        Who gains from this?

        Nobody I know. We will all lose.

        Will you sign the petition?

        I have signed it.
        """,
        """
        A. Lund wrote this story

        A. Lund is a writer. She lives in Marsden.

        A. Farrant is another one. He lives in Ardmore.
        """
      })
  void lists_and_questions_of_readers_are_not_dialogues(String text) {
    assertThat(DialogueFinder.find(Extracting.ANALYSER.analyse(Extracting.article(text))))
        .isEqualTo(Dialogue.NONE);
  }

  @Test
  void ok_is_not_a_place_unless_it_follows_a_town() {
    Extraction extraction = Extracting.from("OK. The board of Tulsa, OK, will meet, she said.");
    assertThat(
            extraction.mentions().stream()
                .filter(it -> it.type() == EntityType.PLACE)
                .map(it -> it.span().begin()))
        .doesNotContain(0);
  }
}
