package org.newsgraph.extract.coref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsgraph.extract.Extracting.speaker;
import static org.newsgraph.extract.Extracting.statements;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsgraph.extract.Statement;

class OrganisationReferenceTest {
  private static String last(String text) {
    List<Statement> found = statements(text);
    return speaker(found.get(found.size() - 1)).orElseThrow();
  }

  @Test
  void the_airline_is_the_company_that_spoke_and_not_the_court_named_since() {
    assertThat(
            last(
                "Harlow Airways said on Monday that it would appeal to the Supreme Court of Norway."
                    + " The Supreme Court of Norway sits in Oslo. The airline said the fine was"
                    + " too high."))
        .isEqualTo("Harlow Airways");
  }

  @Test
  void a_ministry_is_not_a_company() {
    assertThat(
            last(
                "The Ministry of Fisheries closed the harbour on Monday. The company said the boats"
                    + " were safe."))
        .isEqualTo("The company");
  }

  @Test
  void an_agency_with_modifiers_is_the_one_that_spoke_before() {
    assertThat(
            last(
                "“The harvest has failed in nine districts,” according to Unicef. The UN agency"
                    + " said that it needed more money."))
        .isEqualTo("Unicef");
  }

  @Test
  void the_other_bank_is_another_one() {
    assertThat(
            last(
                "Lloyds Bank said the deal was dead. The other bank said that it was still"
                    + " talking."))
        .isEqualTo("The other bank");
  }

  @Test
  void the_military_is_the_army_described_before() {
    assertThat(
            last(
                "The Freedonian army said it had crossed the river. The military said no soldier"
                    + " was hurt."))
        .isEqualTo("The Freedonian army");
  }

  @Test
  void it_is_the_organisation_that_warned_although_its_director_spoke_since() {
    assertThat(
            last(
                "The World Health Organization warned on Monday that cases were rising. Deaths fell"
                    + " by a tenth, said its director, Helen Roe. Vaccines are short in the north,"
                    + " it added."))
        .isEqualTo("World Health Organization");
  }

  @Test
  void it_is_the_document_that_a_sentence_is_about() {
    assertThat(
            last(
                "Monday’s memo seemed to defend the inquiry of Congress. “Most witnesses have been"
                    + " heard,” it stated."))
        .isEqualTo("Monday’s memo");
  }
}
