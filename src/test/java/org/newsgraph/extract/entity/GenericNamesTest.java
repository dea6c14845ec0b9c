package org.newsgraph.extract.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Mention;

/** Names that mean another body in every country; see {@link EntityResolverTest} for the marks. */
class GenericNamesTest {
  private static List<String> names(String marked) {
    return EntityResolverTest.resolve(marked).stream().map(it -> it.entity().name()).toList();
  }

  private static Entity first(String marked) {
    return EntityResolverTest.resolve(marked).stream()
        .map(Mention::entity)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Kenya's {O:Supreme Court} met. | Supreme Court (Kenya)",
        "The Kenyan {O:Supreme Court} met. | Supreme Court (Kenya)",
        "The {O:Kenyan Supreme Court} met. | Supreme Court (Kenya)",
        "The {O:Supreme Court of Kenya} met. | Supreme Court (Kenya)",
        "The {O:Ministry of Trade} of Kenya answered. | Ministry of Trade (Kenya)",
        "The {O:U.S. Congress} met. | United States Congress",
      })
  void a_country_beside_a_generic_name_is_its_country(String marked, String name) {
    assertThat(first(marked).name()).isEqualTo(name);
    assertThat(first(marked).shared()).isTrue();
  }

  @Test
  void the_country_of_the_article_has_the_bodies_without_another_country() {
    assertThat(first("Kenyan farmers protest in Kenya. {O:Parliament} will vote.").name())
        .isEqualTo("Parliament (Kenya)");
  }

  @Test
  void a_generic_name_without_a_clear_country_stays_inside_its_article() {
    Entity body = first("The {O:Foreign Ministry} did not answer.");
    assertThat(body.name()).isEqualTo("Foreign Ministry");
    assertThat(body.shared()).isFalse();
  }

  @Test
  void a_local_body_does_not_belong_to_the_country_of_the_article() {
    assertThat(first("Kenyan towns grow in Kenya. The {O:City Council} met.").shared()).isFalse();
  }

  @Test
  void bodies_of_two_countries_are_two_entities() {
    assertThat(
            names(
                "Kenya's {O:Foreign Ministry} wrote to Chad's {O:Foreign Ministry}."
                    + " The {O:Foreign Ministry} had no reply."))
        .containsExactly(
            "Foreign Ministry (Kenya)", "Foreign Ministry (Chad)", "Foreign Ministry (Chad)");
  }

  @Test
  void a_name_of_its_own_with_a_country_stays_and_has_a_short_form() {
    assertThat(names("The {O:Kenya Police Service} and the {O:Bank of Kenya} met."))
        .containsExactly("Kenya Police Service", "Bank of Kenya");
    assertThat(names("The {O:Kenya Police Service} met. The {O:Police Service} has a new chief."))
        .containsExactly("Kenya Police Service", "Kenya Police Service");
  }

  @Test
  void a_congress_is_not_looked_for_where_there_is_none() {
    assertThat(first("Chad protests. Chad and {O:Congress} disagree on Chad.").shared()).isFalse();
  }

  @Test
  void the_acronym_of_a_generic_name_is_the_same_body() {
    assertThat(names("Kenya's {O:Ministry of Trade} ({O:MOT}) met. The {O:MOT} agreed."))
        .containsOnly("Ministry of Trade (Kenya)");
  }

  @Test
  void a_person_named_by_an_office_alone_stays_inside_the_article() {
    assertThat(first("The {P:Crown Prince} arrived.").shared()).isFalse();
    assertThat(first("{P:Ada Prince} arrived.").shared()).isTrue();
  }
}
