package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.extract.dialogue.Dialogue;

final class DatelineTest {
  private static final String STORY =
      " The weir will be rebuilt by the spring, its keeper, Odile Farrant, said on Monday.";

  private static List<String> names(String text) {
    return Extracting.from(text).mentions().stream()
        .map(it -> it.type() + " " + it.entity().name())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BRACKWATER —                        | PLACE Brackwater
          BRACKWATER, Oct. 4 (UPI) —          | PLACE Brackwater
          BRACKWATER, 4 October 2023 –        | PLACE Brackwater
          MARSDEN, N.C. (AP) --               | PLACE Marsden, North Carolina
          MARSDEN, W.Va. -                    | PLACE Marsden, West Virginia
          MARSDEN, Ohio, May 7 /NewsLine/ --  | PLACE Marsden, Ohio
          PARIS and ROME (May 7, 2024) —      | PLACE Paris; PLACE Rome
          PARIS/ROME (Reuters) -              | PLACE Paris; PLACE Rome
          ISTANBUL, Turkey, June 7 (AFP) —    | PLACE Istanbul; PLACE Turkey
          RIO DE JANEIRO (Reuters) -          | PLACE Rio de Janeiro
          NEW DELHI:                          | PLACE New Delhi
          Nairobi –                           | PLACE Nairobi
          Brackwater, May 7 (Newswire) -      | PLACE Brackwater
          """)
  void a_dateline_gives_places_in_mixed_case_but_no_agency(String dateline, String places) {
    List<String> names = names(dateline + STORY);
    assertThat(names.subList(0, names.size() - 1)).containsExactly(places.split("; ", -1));
    assertThat(names).last().isEqualTo("PERSON Odile Farrant");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BRACKWATER, Oct. 4 (UPI) —",
        "PARIS and ROME (May 7, 2024) —",
        "KUALA LUMPUR:",
        "Nairobi –"
      })
  void a_dateline_is_not_part_of_a_statement(String dateline) {
    Statement statement = Extracting.statement(dateline + STORY);
    assertThat(statement.content()).isEqualTo("The weir will be rebuilt by the spring");
    assertThat(Extracting.speaker(statement)).contains("Odile Farrant");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXCLUSIVE —",
        "UPDATE:",
        "Odile Farrant – who keeps the weir –",
        "FOOTBALL -",
        "NATO —",
        "NOT SO FAST MY FRIENDS —"
      })
  void other_words_before_a_dash_are_no_dateline(String start) {
    String text = start + STORY.replace("its keeper, Odile Farrant,", "she");
    assertThat(
            DatelineFinder.find(
                Extracting.ANALYSER.analyse(Extracting.article(text)), Dialogue.NONE))
        .isEmpty();
  }

  @Test
  void a_town_without_its_state_is_the_town_of_the_dateline() {
    List<String> names =
        names("MARSDEN, Ohio (AP) —" + STORY + " Nobody in Marsden had asked for it.");
    assertThat(names).filteredOn(it -> it.equals("PLACE Marsden, Ohio")).hasSize(2);
  }

  @Test
  void the_name_of_a_place_before_a_colon_is_no_speaker() {
    Statement statement =
        Extracting.statement("KUALA LUMPUR: “We will rebuild it,” Odile Farrant said on Monday.");
    assertThat(Extracting.speaker(statement)).contains("Odile Farrant");
  }

  @Test
  void a_wrapped_dateline_is_found() {
    String text =
        """
        PARIS, BRACKWATER and RIO DE
        JANEIRO (Reuters) - The weir
        will be rebuilt before spring, its
        keeper, Odile Farrant, said on
        Monday in the hall of the trust.
        """;
    assertThat(names(text)).contains("PLACE Rio de Janeiro").doesNotContain("ORGANISATION Reuters");
  }
}
