package org.newsgraph.article.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private static final String ACCENTED =
      "Zoë Brandt’s café in Belton: “It’s a naïve idea,” she said – in 1998. L’été à São Paulo…";

  @ParameterizedTest
  @CsvSource({"windows-1252, Windows-1252", "x-MacRoman, Mac Roman"})
  void older_encodings_are_recognised_by_the_characters_that_result(String charset, String name)
      throws Exception {
    Decoded decoded = TextDecoder.decodeText(bytes(ACCENTED, Charset.forName(charset)));
    assertThat(decoded.text()).isEqualTo(ACCENTED);
    assertThat(decoded.warning()).hasValue("not UTF-8 at byte 2; read as " + name);
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, Windows-1251, «Плотину восстановят до зимы» — сказала она и ушла.",
    "KOI8-R, KOI8-R, Плотину восстановят до зимы и весны.",
    "windows-1250, Windows-1250, „Będziemy gotowi” – powiedziała Łucja Żółtowska."
  })
  void encodings_of_eastern_europe_are_recognised(String charset, String name, String text)
      throws Exception {
    Decoded decoded = TextDecoder.decodeText(bytes(text, Charset.forName(charset)));
    assertThat(decoded.text()).isEqualTo(text);
    assertThat(decoded.warning().orElseThrow()).endsWith("read as " + name);
  }

  @Test
  void dos_text_is_recognised() throws Exception {
    String text = "Le maire a été très déçu à l'école, où l'élève jouait.";
    assertThat(TextDecoder.decodeText(bytes(text, Charset.forName("IBM850"))).text())
        .isEqualTo(text);
  }

  @Test
  void an_uncertain_encoding_is_named_as_such() throws Exception {
    assertThat(TextDecoder.decodeText(bytes("\u0093Yes\u0094 it was", ISO_8859_1)).warning())
        .hasValue(
            "not UTF-8 at byte 0; read as Windows-1252, which is uncertain: convert it to UTF-8 if"
                + " characters are wrong");
  }

  @Test
  void each_line_is_decoded_in_its_own_encoding() throws Exception {
    byte[] first = bytes("“Soirée” at Olga’s café\n", Charset.forName("windows-1252"));
    byte[] second = bytes("The fête in Nîmes – it’s over\n", UTF_8);
    byte[] third = bytes("“Voilà,” said Olga’s mother, “déjà vu.”", Charset.forName("x-MacRoman"));
    byte[] all = Arrays.copyOf(first, first.length + second.length + third.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    System.arraycopy(third, 0, all, first.length + second.length, third.length);
    Decoded decoded = TextDecoder.decodeText(all);
    assertThat(decoded.text())
        .isEqualTo(
            "“Soirée” at Olga’s café\nThe fête in Nîmes – it’s over\n“Voilà,” said Olga’s mother,"
                + " “déjà vu.”");
    assertThat(decoded.warning())
        .hasValue(
            "not UTF-8 at byte 0; each line was read in its own encoding, Windows-1252 and UTF-8 and"
                + " Mac Roman");
  }

  @Test
  void one_line_may_have_utf_8_and_another_encoding() throws Exception {
    byte[] line = bytes("The café and Olga_s fête", UTF_8);
    line[18] = (byte) 0x92;
    assertThat(new String(line, ISO_8859_1)).contains("Olga\u0092s");
    assertThat(TextDecoder.decodeText(line).text()).isEqualTo("The café and Olga’s fête");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void wide_encodings_need_no_mark(String charset) throws Exception {
    for (String text : List.of(ACCENTED, "Привет, мир. Да, это так.\n", "Hi!\n")) {
      assertThat(TextDecoder.decodeText(bytes(text, Charset.forName(charset))))
          .isEqualTo(plain(text));
      assertThat(TextDecoder.decodeText(bytes("\uFEFF" + text, Charset.forName(charset))))
          .isEqualTo(plain(text));
    }
  }

  @Test
  void text_that_was_encoded_twice_is_repaired() throws Exception {
    String twice = new String(bytes(ACCENTED, UTF_8), Charset.forName("windows-1252"));
    assertThat(twice).startsWith("ZoÃ« Brandtâ€™s cafÃ©");
    Decoded decoded = TextDecoder.decodeText(bytes(twice, UTF_8));
    assertThat(decoded.text()).isEqualTo(ACCENTED);
    assertThat(decoded.warning().orElseThrow()).startsWith("encoded twice in part");
    String lost = twice.replace("\u009D", "");
    assertThat(TextDecoder.decodeText(bytes(lost, UTF_8)).text()).isEqualTo(ACCENTED);
    String thrice = new String(bytes(twice, UTF_8), Charset.forName("windows-1252"));
    assertThat(TextDecoder.decodeText(bytes(thrice, UTF_8)).text()).isEqualTo(ACCENTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“CAFÉ” – “SÃO”, IRMÃ’ and IRMÃ… Ä“ Gruß” «À» «Â»",
        "Ãsgård, Âge, Åse’s, Ðura, Ñandú",
        "ÀÉÎÕÜ ÂÊÎÔÛ",
        "Привет, мир — «да»",
        "20 °C, £5, ½, ©"
      })
  void other_text_is_not_repaired(String text) throws Exception {
    assertThat(TextDecoder.decodeText(bytes(text, UTF_8))).isEqualTo(plain(text));
  }

  @Property
  void letters_and_punctuation_in_any_order_are_not_repaired_within_words(
      @ForAll @StringLength(max = 40) @CharRange(from = 'À', to = 'ſ') String letters)
      throws Exception {
    // Only letters: a repair needs a character that is not one.
    String text = letters.replaceAll("[ŒœŠšŽžŸƒ×÷]", "a");
    assertThat(TextDecoder.decodeText(bytes(text, UTF_8))).isEqualTo(plain(text));
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
