package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionsTest {
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
    assertThat(Descriptions.isOnePerson(description)).isTrue();
    assertThat(Descriptions.isMany(description)).isFalse();
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
    assertThat(Descriptions.isMany(description)).isTrue();
    assertThat(Descriptions.isOnePerson(description)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"they", "I", "who", "", "…", "it"})
  void a_pronoun_describes_nobody(String description) {
    assertThat(Descriptions.isOnePerson(description)).isFalse();
    assertThat(Descriptions.isMany(description)).isFalse();
  }
}
