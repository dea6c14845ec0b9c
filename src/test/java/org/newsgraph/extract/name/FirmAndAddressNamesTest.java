package org.newsgraph.extract.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsgraph.extract.Extracting;

final class FirmAndAddressNamesTest {
  private static final String NOTICE =
      """
      The auction of the mill in Marsden will be held by Tobias van der
      Quell & Sons, PO Box 114, Brackwater, on the order of the court. The
      estate of Wilhelmina Josephine Burns is wound up by the executor, Odile
      Farrant, who said on Monday that the mill had debts of four million.
      """;

  private static List<String> names(String text) {
    return Extracting.from(text).mentions().stream()
        .map(it -> it.type() + " " + it.entity().name())
        .toList();
  }

  @Test
  void a_notice_names_firms_places_and_people_but_no_box() {
    assertThat(names(NOTICE))
        .containsExactly(
            "PLACE Marsden",
            "ORGANISATION Tobias van der Quell & Sons",
            "PLACE Brackwater",
            "PERSON Wilhelmina Josephine Burns",
            "PERSON Odile Farrant");
  }

  @Test
  void a_wrapped_notice_has_the_names_of_one_on_a_single_line() {
    assertThat(names(NOTICE.replace('\n', ' '))).isEqualTo(names(NOTICE));
  }

  @Test
  void a_firm_is_not_its_founder() {
    assertThat(names("The accounts were kept by Ivo Langstaff & Associates. Mr Langstaff left."))
        .containsExactly("ORGANISATION Ivo Langstaff & Associates", "PERSON Langstaff");
  }
}
