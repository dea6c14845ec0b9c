package org.newsgraph.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Percent-encoded UTF-8 is read strictly. */
final class PercentEncodingTest {
  @Test
  void escapes_are_decoded_once_and_a_plus_sign_stays() {
    assertThat(PercentEncoding.decode("a+b%20c%2541/%C3%A9é")).contains("a+b c%41/éé");
    assertThat(PercentEncoding.decode("")).contains("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%a",
        "%zz",
        "%4",
        "x%",
        "%u0041",
        "%-1",
        "%+1",
        "%ff",
        "%c0%ae",
        "%ed%a0%80"
      })
  void anything_else_is_not_valid(String text) {
    assertThat(PercentEncoding.isValid(text)).isFalse();
  }

  @Property(tries = 200)
  void an_encoded_text_is_decoded(@ForAll String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String valid = new String(bytes, StandardCharsets.UTF_8);
    String encoded = URLEncoder.encode(valid, StandardCharsets.UTF_8).replace("+", "%20");
    assertThat(PercentEncoding.decode(encoded)).contains(valid);
  }
}
