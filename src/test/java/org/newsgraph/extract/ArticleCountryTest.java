package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;

class ArticleCountryTest {
  private static Optional<String> country(String text) {
    return country(text, Metadata.NONE);
  }

  private static Optional<String> country(String text, Metadata metadata) {
    return ArticleCountry.of(new Text(text), metadata).map(Country::name);
  }

  private static Metadata url(String url) {
    return new Metadata(
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(url),
        Optional.empty());
  }

  @Test
  void the_country_named_first_and_most_often_is_that_of_the_article() {
    assertThat(
            country("NAIROBI — Kenyan farmers want help. Kenya's maize went to Uganda last year."))
        .contains("Kenya");
  }

  @Test
  void an_article_on_two_countries_has_no_country() {
    assertThat(country("Kenya and Uganda agreed on a road. Kenyans and Ugandans will share it."))
        .isEmpty();
  }

  @Test
  void the_web_address_of_the_newspaper_counts() {
    assertThat(country("The harbour will close.", url("https://www.courier.example.nz/1")))
        .contains("New Zealand");
    assertThat(country("The harbour will close.", url("https://courier.example.io/1"))).isEmpty();
  }

  @Test
  void longer_names_are_other_countries() {
    assertThat(country("South Korean ships left. South Korea has many.")).contains("South Korea");
    assertThat(country("A storm reached New Mexico. New Mexico was flooded."))
        .isNotEqualTo("Mexico");
  }

  @Test
  void the_data_name_each_country_by_its_code() {
    assertThat(Countries.withCode("ke").map(Country::name)).contains("Kenya");
    assertThat(Countries.named("Ivorian").map(Country::code)).contains("CI");
    assertThat(Countries.named("Nairobi")).isEmpty();
  }
}
