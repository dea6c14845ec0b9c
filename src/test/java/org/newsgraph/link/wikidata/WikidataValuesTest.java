package org.newsgraph.link.wikidata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.link.Fact;

final class WikidataValuesTest {
  @ParameterizedTest
  @CsvSource({
    "+1952-03-11T00:00:00Z, 11, 1952-03-11",
    "+1952-03-11T00:00:00Z, 10, 1952-03",
    "+1952-00-00T00:00:00Z, 9, 1952",
    "+1952-00-00T00:00:00Z, 11, 1952",
    "+00000001952-03-11T00:00:00Z, 11, 1952-03-11",
    "-0044-03-15T00:00:00Z, 11, -0043-03-15",
    "-0001-00-00T00:00:00Z, 9, 0000",
  })
  void a_date_is_as_exact_as_it_is_said_to_be(String time, int precision, String iso) {
    assertThat(WikidataValues.date(time, precision)).contains(new Fact.Date(iso));
  }

  @Test
  void rdf_counts_the_years_before_christ_as_iso_does() {
    assertThat(WikidataValues.isoDate("-0043-03-15T00:00:00Z", 11))
        .contains(new Fact.Date("-0043-03-15"));
  }

  @Test
  void a_century_or_a_broken_date_is_none() {
    assertThat(WikidataValues.date("+1900-00-00T00:00:00Z", 7)).isEmpty();
    assertThat(WikidataValues.date("last year", 11)).isEmpty();
    assertThat(WikidataValues.date("+99999999999999-01-01T00:00:00Z", 11)).isEmpty();
  }

  @Test
  void a_place_off_the_earth_or_off_the_map_is_none() {
    assertThat(WikidataValues.point(36.2, 37.16, "Q2")).contains(new Fact.Point(36.2, 37.16));
    assertThat(WikidataValues.point(36.2, 37.16, "Q405")).isEmpty();
    assertThat(WikidataValues.point(91, 0, "Q2")).isEmpty();
    assertThat(WikidataValues.point(Double.NaN, 0, "Q2")).isEmpty();
  }

  @Test
  void only_a_page_of_the_web_is_an_address() {
    assertThat(WikidataValues.url("https://example.org/a")).isPresent();
    assertThat(WikidataValues.url("javascript:alert(1)")).isEmpty();
    assertThat(WikidataValues.url("not an address")).isEmpty();
    assertThat(WikidataValues.image(" ")).isEmpty();
    assertThat(WikidataValues.image("A b.jpg"))
        .contains(new Fact.Address("http://commons.wikimedia.org/wiki/Special:FilePath/A%20b.jpg"));
  }
}
