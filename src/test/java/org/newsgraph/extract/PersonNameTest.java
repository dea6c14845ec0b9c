package org.newsgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.extract.PersonName.Gender;

class PersonNameTest {
  @ParameterizedTest
  @CsvSource({
    "JEREMY Corbyn, Jeremy Corbyn",
    "Bashar alAssad, Bashar al-Assad",
    "Mr Milne, Milne",
    "Sir Vince Cable, Vince Cable",
    "SEAN O'BRIEN, Sean O'Brien",
    "Ann- Marie Jones, Ann-Marie Jones",
    "J.D. Vance, J.D. Vance"
  })
  void a_name_is_mended(String text, String name) {
    assertThat(PersonName.of(text).full()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "Bill Clinton, William Clinton, true",
    "Donald Trump, Donald J. Trump, true",
    "D. Trump, Donald Trump, true",
    "Bashar Assad, Bashar alAssad, true",
    "Brendan Cox, Jo Cox, false",
    "Hillary Clinton, Bill Clinton, false",
    "John Smith, John Reed, false"
  })
  void two_full_names_are_one_persons_only_where_given_and_family_name_fit(
      String one, String other, boolean same) {
    assertThat(PersonName.of(one).matches(PersonName.of(other))).isEqualTo(same);
    assertThat(PersonName.of(other).matches(PersonName.of(one))).isEqualTo(same);
  }

  @Test
  void a_title_tells_more_of_the_gender_than_a_given_name() {
    assertThat(PersonName.of("Mrs May").gender()).isEqualTo(Gender.FEMALE);
    assertThat(PersonName.of("Theresa May").gender()).isEqualTo(Gender.FEMALE);
    assertThat(PersonName.of("Sir Robin Hood").gender()).isEqualTo(Gender.MALE);
    assertThat(PersonName.of("Robin Hood").gender()).isEqualTo(Gender.UNKNOWN);
  }
}
