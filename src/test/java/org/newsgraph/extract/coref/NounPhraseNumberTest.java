package org.newsgraph.extract.coref;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NounPhraseNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "an Aleppo gravedigger",
        "a spokesman for the families",
        "the boss of two companies",
        "a woman who lost her keys",
        "the actress"
      })
  void he_or_she_can_stand_for_one_person(String description) {
    assertThat(NounPhraseNumber.isOnePerson(description)).isTrue();
    assertThat(NounPhraseNumber.isMany(description)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "critics",
        "black voters",
        "the senators",
        "women in the town",
        "people",
        "a wide array",
        "the campaign",
        "the government of Ohio"
      })
  void they_can_stand_for_many_and_he_cannot(String description) {
    assertThat(NounPhraseNumber.isMany(description)).isTrue();
    assertThat(NounPhraseNumber.isOnePerson(description)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"they", "I", "who", "", "…", "it"})
  void a_pronoun_describes_nobody(String description) {
    assertThat(NounPhraseNumber.isOnePerson(description)).isFalse();
    assertThat(NounPhraseNumber.isMany(description)).isFalse();
  }
}
