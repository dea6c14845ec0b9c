package org.newsgraph.extract.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsgraph.extract.Extracting;

/** Tests that pronouns and attributions do not reach from one post of a live blog into another. */
final class LiveBlogTest {
  private static List<String> statements(String text) {
    return Extracting.statements(text).stream()
        .map(it -> Extracting.speaker(it).orElse("-") + ": " + it.content())
        .toList();
  }

  @Test
  void a_pronoun_refers_to_a_person_of_its_own_post() {
    assertThat(
            statements(
                """
                Follow our live coverage of the bridge collapse.

                10:42am

                Simon Barlow arrived at the bridge. He said nobody was hurt.

                10:15am

                He said the wall would have to come down.
                """))
        .containsExactly("Simon Barlow: nobody was hurt", "He: the wall would have to come down");
  }

  @Test
  void a_quotation_does_not_take_the_speaker_of_another_post() {
    assertThat(
            statements(
                """
                14.05 BST

                “It is over,” Greta Moore told reporters.

                13.40 BST

                “We are all very sad here today.”
                """))
        .doesNotContain("Greta Moore: “We are all very sad here today.”");
  }

  @Test
  void a_single_time_does_not_separate_an_article() {
    assertThat(
            statements(
                "Simon Barlow arrived at the bridge.\n\n10:42am\n\nHe said nobody was hurt."))
        .containsExactly("Simon Barlow: nobody was hurt");
  }
}
