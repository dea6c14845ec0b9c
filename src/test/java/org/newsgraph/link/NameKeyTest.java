package org.newsgraph.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameKeyTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "U.S., us",
        "Bashar al-Assad, bashar al assad",
        "François Hollande, francois hollande",
        "Łódź, lodz",
        "Straße, strasse",
        "People’s Vote, peoples vote",
        "AT&T, at and t",
        "Marks and Spencer, marks and spencer",
        "Marks & Spencer, marks and spencer",
        "ΑΛΈΞΗΣ ΤΣΊΠΡΑΣ, αλεξησ τσιπρασ",
        "北京, 北京",
        "  Jo   Cox , jo cox",
        "!!!, !!!",
        "Ħal Ta’ Ṭawīl – Großau, hal ta tawil grossau",
        "No. 1½, no 11 2",
        "R & ´ B., r and b",
      })
  void a_key_is_letters_and_digits_without_case_accents_and_marks(String name, String key) {
    assertThat(NameKey.of(name)).isEqualTo(key);
  }

  @Property
  void a_key_is_its_own_key(@ForAll String name) {
    assertThat(NameKey.of(NameKey.of(name))).isEqualTo(NameKey.of(name));
  }

  @Property
  void a_key_holds_no_zero_and_is_empty_for_blanks_only(@ForAll String name) {
    assertThat(NameKey.of(name)).doesNotContain("\0");
    assertThat(NameKey.of(name).isEmpty()).isEqualTo(NameKey.normalizedSpelling(name).isEmpty());
  }

  @Property
  void case_and_the_writing_of_accents_change_no_key(
      @ForAll @AlphaChars @CharRange(from = 'À', to = 'ž') @StringLength(max = 20) String name) {
    String key = NameKey.of(name);
    assertThat(NameKey.of(name.toUpperCase(Locale.ROOT))).isEqualTo(key);
    assertThat(NameKey.of(name.toLowerCase(Locale.ROOT))).isEqualTo(key);
    assertThat(NameKey.of(Normalizer.normalize(name, Normalizer.Form.NFD))).isEqualTo(key);
  }

  @Property
  void how_a_name_is_typeset_changes_no_spelling(@ForAll @AlphaChars String name) {
    assertThat(NameKey.normalizedSpelling(" " + name + "\u00a0\u2009" + "O’Hara\n"))
        .isEqualTo(NameKey.normalizedSpelling(name + " O'Hara"));
  }

  @Property
  void a_spelling_is_its_own_and_has_the_key_of_the_name(@ForAll String name) {
    assertThat(NameKey.normalizedSpelling(NameKey.normalizedSpelling(name)))
        .isEqualTo(NameKey.normalizedSpelling(name));
    assertThat(NameKey.of(NameKey.normalizedSpelling(name))).isEqualTo(NameKey.of(name));
  }

  @Property
  void latin_characters_make_the_same_key_beside_other_scripts(
      @ForAll @CharRange(from = '!', to = '\u0300') @StringLength(max = 12) String name) {
    assertThat(NameKey.of("a" + name + "b 北")).isEqualTo(NameKey.of("a" + name + "b") + " 北");
  }
}
