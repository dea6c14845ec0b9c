package org.newsgraph.extract.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.extract.Statement;

/** Tests whether the article says that a statement was made. */
final class ReportStatusTest {
  private static Stream<ReportStatus> statuses(String text) {
    Extraction found = Extracting.from(text);
    return Stream.concat(
        found.statements().stream().map(it -> it.status()),
        found.reports().stream().map(it -> it.status()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The mayor of Belton did not say that the bridge would be closed.",
        "The minister, Rolf Amsel, has never claimed that the tax would fall.",
        "Nina Holm left the room without saying whether she would stand again.",
        "Karl Moll declined to say whether the pool would open in May.",
        "Petra Lund failed to mention that the contract had expired.",
        "The bank has seldom called for lower interest rates.",
        "Ida Brandt denied saying that the school was full.",
        "Nobody told the residents that the water was unsafe.",
        "Ivo Tanner didn't say that he would resign.",
        "Neither the mayor nor the minister said that the plan had failed.",
        "At no point did Mr Amsel say that the money was gone.",
        "The airline said nothing about the missing bags.",
        "Officials stopped short of saying that the election was stolen."
      })
  void a_negated_cue_reports_that_it_was_not_said(String text) {
    assertThat(statuses(text)).isNotEmpty().containsOnly(ReportStatus.NOT_SAID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jan Vogel denied that he had stolen the money.",
        "Jan Vogel denied any involvement in the theft.",
        "The mayor said he would not resign.",
        "The minister not only said that the tax would rise, she also said when.",
        "Olga Farr could not but say that the roof was leaking.",
        "Petra Lund did not hesitate to say that the plan was “a disgrace”.",
        "According to the ministry, no one will lose their job.",
        "Hugo Stent went on to say that the glass was broken.",
        "Ida Brandt used to say that every child must learn to swim.",
        "“I would say that the roof is not safe,” Olga Farr said.",
        "The trainer told reporters he will ask for more time.",
        "Nina Holm was forced to admit that the pool had lost money.",
        "The unions are demanding that the factory stay open.",
        "The teacher asked the children to leave the room.",
        "The farmers asked for more water.",
        "In May the mayor said that the bridge was safe."
      })
  void other_words_around_the_cue_leave_it_said(String text) {
    assertThat(statuses(text)).isNotEmpty().containsOnly(ReportStatus.SAID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The president will ask parliament to extend the emergency.",
        "The commission is going to propose that the fee be doubled.",
        "If the mayor says that the money is gone, the council will fall.",
        "The lawyers would argue that the contract was void.",
        "The queen is to announce on Monday that the palace will open.",
        "Mr Amsel will tell the board on Monday that “the money has run out”."
      })
  void a_plan_wish_or_condition_is_to_be_said(String text) {
    assertThat(statuses(text)).isNotEmpty().containsOnly(ReportStatus.TO_BE_SAID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nina Holm asked whether the pool would stay open.",
        "Rolf Amsel wondered if the roof would last.",
        "“Why was nobody told?” she asked.",
        "The reporter asked Mr Moll why the strike had failed.",
        "Did the mayor say that the bridge was safe?"
      })
  void a_question_is_asked(String text) {
    assertThat(statuses(text)).isNotEmpty().containsOnly(ReportStatus.ASKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lena Roth was quoted as saying that the strike would go on.",
        "The minister was quoted by a newspaper as saying that the talks had failed.",
        "The mayor reportedly said that the bridge would be closed.",
        "Ivo Tanner allegedly told the police that he had set the fire."
      })
  void what_the_article_does_not_vouch_for_is_hearsay(String text) {
    assertThat(statuses(text)).isNotEmpty().containsOnly(ReportStatus.HEARSAY);
  }

  @Test
  void the_speaker_is_who_is_quoted_not_who_quotes() {
    Statement found =
        Extracting.statement("The agency quoted Lena Roth as saying that the talks had failed.");
    assertThat(found.status()).isEqualTo(ReportStatus.HEARSAY);
    assertThat(Extracting.speaker(found)).contains("Lena Roth");
  }

  @Test
  void who_is_told_is_not_the_speaker() {
    assertThat(
            Extracting.statements(
                "Mr Amsel left the hall. “We were only informed that the bridge was shut,” Hugo"
                    + " Stent said."))
        .noneMatch(it -> it.status() == ReportStatus.HEARSAY && it.speaker().isPresent());
  }

  @Test
  void a_negation_in_one_statement_leaves_the_next_one_said() {
    assertThat(
            statuses(
                "Nina Holm did not say that the pool would close. Karl Moll said that it would"
                    + " open in May."))
        .containsExactly(ReportStatus.NOT_SAID, ReportStatus.SAID);
  }
}
