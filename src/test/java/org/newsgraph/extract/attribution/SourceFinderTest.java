package org.newsgraph.extract.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.newsgraph.extract.Extracting;
import org.newsgraph.extract.Statement;

/** Tests sources that the layout determines: headings and labels. */
final class SourceFinderTest {
  private static String speakerOf(String text, String words) {
    return Extracting.statements(text).stream()
        .filter(it -> it.content().contains(words))
        .map(SourceFinderTest::speaker)
        .findFirst()
        .orElseThrow();
  }

  private static String speaker(Statement statement) {
    return Extracting.speaker(statement).orElse("-");
  }

  @Test
  void a_heading_that_ends_with_a_colon_names_who_says_the_paragraph_below() {
    String text =
        """
        The board of the port named a director on Tuesday. It asked two people for a word.

        And from Chairwoman Sandberg:

        “Elin has run three ports and knows every crane by its name.”

        From the desk of Victor Lanz, chief economist, Northwind Analytics:

        “The port will grow if the river stays deep enough for the ships.”
        """;
    assertThat(speakerOf(text, "every crane")).isEqualTo("Sandberg");
    assertThat(speakerOf(text, "stays deep")).isEqualTo("Victor Lanz");
  }

  @Test
  void a_name_before_a_colon_in_a_headline_is_its_speaker() {
    String text =
        """
        Verbeek: we will not pay for the bridge

        The town will go to court over the bridge, Magda Verbeek told the council on Friday.
        """;
    assertThat(speakerOf(text, "we will not pay")).isEqualTo("Magda Verbeek");
  }
}
