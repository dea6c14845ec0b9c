package org.newsgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Abdel-Karim El-Nouri | Abdel Karim el-Nouri",
        "Abdel Karim El Nouri | Abdel Karim el-Nouri",
        "Ann O’Dell | Ann O'Dell",
        "ANN O'DELL | ANN O'Dell",
        "MALMO | Malmo",
        "Park Min-seo | Park Min Seo",
        "Rao & Sons | Rao and Sons",
        "D.K. Rao | DK Rao",
        "D K Rao | DK Rao",
        "G-33 | G33",
        "G 33 | G33",
        "COVID-19 | Covid-19",
        "Museum Of The Sea | Museum of the Sea",
        "Faisal Bin Rashid | Faisal bin Rashid",
        "Ada Mcrae | Ada McRae",
      })
  void spellings_of_a_name_have_one_canonical_form(String name, String canonical) {
    assertThat(CanonicalName.of(name)).isEqualTo(canonical);
    assertThat(CanonicalName.of(canonical)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UNHCR",
        "US",
        "BBC",
        "Article VIII",
        "Jo Cox",
        "Helen, called Jo",
        "AC/DC",
        "Côte d'Ivoire"
      })
  void acronyms_numerals_and_plain_names_stay(String name) {
    assertThat(CanonicalName.of(name)).isEqualTo(name);
  }

  @Test
  void different_words_stay_different_names() {
    assertThat(CanonicalName.of("San José")).isNotEqualTo(CanonicalName.of("San Jose"));
    assertThat(CanonicalName.of("Bellavista")).isNotEqualTo(CanonicalName.of("Bella Vista"));
    assertThat(CanonicalName.of("IT")).isNotEqualTo(CanonicalName.of("It"));
  }

  @Test
  void a_name_without_letters_is_its_own_canonical_form() {
    assertThat(CanonicalName.of("..")).isEqualTo("..");
    assertThat(CanonicalName.of("\u00AD")).isEqualTo("\u00AD");
  }
}
