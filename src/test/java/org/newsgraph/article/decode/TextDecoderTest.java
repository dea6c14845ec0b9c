package org.newsgraph.article.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.decode.TextDecoder.Decoded;

final class TextDecoderTest {
  @Property
  void what_is_encoded_in_utf_8_comes_back(
      @ForAll @CharRange(from = ' ', to = '\uD7FF') String text) throws Exception {
    assertThat(TextDecoder.decodeText(bytes("\uFEFFx" + text, UTF_8))).isEqualTo(plain("x" + text));
    assertThat(TextDecoder.decodeText(bytes("x" + text, UTF_8)).text()).isEqualTo("x" + text);
  }

  @Property
  void what_is_encoded_in_utf_16_comes_back(
      @ForAll @CharRange(from = ' ', to = '\uD7FF') String text) throws Exception {
    assertThat(TextDecoder.decodeText(bytes("\uFEFF" + text, UTF_16LE))).isEqualTo(plain(text));
    assertThat(TextDecoder.decodeText(bytes("\uFEFF" + text, UTF_16BE))).isEqualTo(plain(text));
  }

  @Property
  void any_bytes_are_decoded_or_refused(@ForAll @Size(max = 200) byte[] bytes) {
    try {
      assertThat(TextDecoder.decodeText(bytes).text()).doesNotContain("\r");
    } catch (UnreadableArticleException e) {
      assertThat(e.getMessage()).startsWith("this is not text");
    }
  }

  @Property
  void the_check_agrees_with_java_on_what_is_utf_8(@ForAll @Size(max = 8) byte[] bytes) {
    boolean same = Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes);
    assertThat(Utf8Check.of(bytes, 0).valid()).isEqualTo(same);
  }

  @Test
  void every_line_end_becomes_a_line_feed_and_nothing_else_changes() throws Exception {
    assertThat(TextDecoder.decodeText(bytes("a\r\nb\rc\n\r\n\td \u00A0", UTF_8)).text())
        .isEqualTo("a\nb\nc\n\n\td \u00A0");
  }

  @Test
  void windows_1252_is_the_fall_back_with_a_warning() throws Exception {
    Decoded decoded = TextDecoder.decodeText(bytes("It\u0092s caf\u00E9", ISO_8859_1));
    assertThat(decoded.text()).isEqualTo("It’s café");
    assertThat(decoded.warning()).hasValue("not UTF-8 at byte 2; read as Windows-1252");
  }

  @Test
  void a_torn_byte_in_utf_8_is_marked_and_its_place_is_named() throws Exception {
    byte[] bytes = bytes("‘Élan’ and é", UTF_8);
    bytes[bytes.length - 1] = ' ';
    Decoded decoded = TextDecoder.decodeText(bytes);
    assertThat(decoded.text()).isEqualTo("‘Élan’ and \uFFFD ");
    assertThat(decoded.warning().orElseThrow()).startsWith("not UTF-8 at byte 16;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BZh91", "\u0089PNG", "a\0b", "\1\2\3\4"})
  void what_is_no_text_is_refused_with_advice(String start) {
    assertThatThrownBy(() -> TextDecoder.decodeText(bytes(start, ISO_8859_1)))
        .isInstanceOf(UnreadableArticleException.class)
        .hasMessageStartingWith("this is not text");
  }

  @Test
  void half_a_utf_16_character_at_the_end_does_no_harm() throws Exception {
    byte[] bytes = {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'};
    assertThat(TextDecoder.decodeText(bytes).text()).startsWith("a");
  }

  private static Decoded plain(String text) {
    return new Decoded(text, Optional.empty());
  }

  private static byte[] bytes(String text, Charset charset) {
    return text.getBytes(charset);
  }
}
