package org.newsgraph.article.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineEndHyphensTest {
  @ParameterizedTest
  @CsvSource({
    "the gar-, den wall, the garden wall",
    "Odile Farring-, ton said, Odile Farrington said",
    "its vice-, chairman said, its vice-chairman said",
    "Odile Moore-, Varley said, Odile Moore-Varley said",
    "an evidence-, based plan, an evidence-based plan",
    "the Brackwater-, born keeper, the Brackwater-born keeper",
    "a stub-, born keeper, a stubborn keeper",
    "a short-, age of oak, a shortage of oak",
    "the UN-, led talks, the UN-led talks",
    "from 2019-, 20 on, from 2019-20 on",
    "the river -, as she said, the river - as she said",
    "the co\u00AD, operation, the cooperation",
    "the gar\u2010, den wall, the garden wall",
    "its vice\u2010, chairman said, its vice\u2010chairman said",
    "said Odile Far-, rington here, said Odile Farrington here",
    "the far-, reaching plan, the far-reaching plan",
    "a nineteenth-, century weir, a nineteenth-century weir",
  })
  void a_line_end_hyphen_is_removed_unless_it_belongs_to_a_compound(
      String before, String after, String joined) {
    assertThat(joined(List.of(before, after))).isEqualTo(joined);
  }

  @ParameterizedTest
  @CsvSource({
    "the oak-, panelled hall, the oak-panelled hall",
    "the over-, flow, the overflow",
  })
  void the_spelling_elsewhere_in_the_article_decides(String before, String after, String joined) {
    String written = "It was oak-panelled but its overflow leaked.";
    assertThat(joined(List.of(before, after, written))).startsWith(joined + " It was");
  }

  private static String joined(List<String> lines) {
    LineEndHyphens hyphens = new LineEndHyphens(lines);
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> hyphens.append(text, line));
    return text.toString();
  }
}
