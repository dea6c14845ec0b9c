package org.newsgraph.serve.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuoteTypographyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "direct   | \"We kept our promise,\"          | “We kept our promise”",
        "direct   | ‘Aleppo must not be forgotten.’   | “Aleppo must not be forgotten.”",
        "direct   | \"He said 'never', didn't he?\"   | “He said ‘never’, didn’t he?”",
        "mixed    | the talks were \"too late,\"      | the talks were “too late”",
        "mixed    | (\"a \"big\" step\") for Ann's men | (“a “big” step”) for Ann’s men",
        "indirect | that talks would go on,           | that talks would go on",
        "indirect | Ann Roe, the mayor, had resigned  | Ann Roe, the mayor, had resigned"
      })
  void marks_are_typographic_and_no_comma_dangles(String kind, String content, String shown) {
    assertThat(QuoteTypography.set(kind, content, Optional.empty())).isEqualTo(shown);
  }

  @Test
  void a_quotation_that_its_attribution_interrupts_has_one_pair_of_marks() {
    assertThat(
            QuoteTypography.set(
                "direct",
                "“It stays open,” … “and so do we.”",
                Optional.of("It stays open, … and so do we.")))
        .isEqualTo("“It stays open … and so do we.”");
  }
}
