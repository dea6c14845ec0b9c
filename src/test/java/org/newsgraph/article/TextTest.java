package org.newsgraph.article;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class TextTest {
  @Property
  void offsets_survive_any_text(@ForAll String string) {
    Text text = new Text(string);
    assertThat(text.length()).isEqualTo(string.codePointCount(0, string.length()));
    for (int i = 0; i < text.length(); i++) {
      assertThat(text.toCodePointOffset(text.toUtf16Offset(i))).isEqualTo(i);
      assertThat(text.substring(new Span(i, i + 1)))
          .isEqualTo(Character.toString(text.codePointAt(i)));
    }
  }

  @Property
  void any_stretch_is_found_again_by_its_utf16_offsets(
      @ForAll String before, @ForAll String middle, @ForAll String after) {
    // Surrogates may form a pair across the concatenated pieces; only complete characters have an
    // offset.
    String string = before + "<" + middle + ">" + after;
    Text text = new Text(string);
    int begin = before.length();
    int end = begin + middle.length() + 2;
    assertThat(text.substring(text.span(begin, end))).isEqualTo("<" + middle + ">");
  }

  @Test
  void an_emoji_counts_as_one_character() {
    Text text = new Text("a😀b");
    assertThat(text.length()).isEqualTo(3);
    assertThat(text.substring(new Span(1, 3))).isEqualTo("😀b");
    assertThat(text.toCodePointOffset(2)).as("the second half of the pair").isEqualTo(1);
  }

  @Test
  void trimming_takes_no_break_spaces_off_too() {
    Text text = new Text("\u00A0 Aleppo\u2003\n");
    assertThat(text.substring(text.trim(new Span(0, text.length())))).isEqualTo("Aleppo");
  }
}
