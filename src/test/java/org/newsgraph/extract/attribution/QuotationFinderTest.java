package org.newsgraph.extract.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;

class QuotationFinderTest {
  private static List<Quotation> find(String string) {
    Text text = new Text(string);
    return QuotationFinder.find(text, Layout.of(text, Optional.empty()));
  }

  private static List<String> quotations(String string) {
    Text text = new Text(string);
    return find(string).stream().map(quotation -> text.substring(quotation.span())).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“Stay here.”",
        "\"Stay here.\"",
        "‘Stay here.’",
        "'Stay here.'",
        "« Stay here. »",
        "«Stay here.»",
        "„Stay here.“",
        "„Stay here.”",
        "''Stay here.''"
      })
  void every_style_of_quotation_mark_is_known(String quotation) {
    String marks = quotation.replace("« ", "«").replace(" »", "»");
    assertThat(quotations("He said: " + marks + " Then he left.")).containsExactly(marks);
  }

  @Test
  void an_apostrophe_neither_opens_nor_closes() {
    assertThat(
            quotations(
                "It’s Mr Cox’s. He said: ‘It isn’t mine, it’s the rebels’ own flag.’ That’s it."))
        .containsExactly("‘It isn’t mine, it’s the rebels’ own flag.’");
    assertThat(quotations("In the '90s they'd say 'rock 'n' roll isn't dead' a lot."))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("'rock");
  }

  @Test
  void a_plural_possessive_outside_a_quotation_opens_none() {
    assertThat(quotations("The forces’ retreat and the rebels’ advance went on.")).isEmpty();
  }

  @Test
  void where_each_paragraph_opens_and_only_the_last_closes_it_is_one_quotation() {
    assertThat(quotations("He said: ‘We will not be moved.\n\n‘We will stay.’ Then he left."))
        .containsExactly("‘We will not be moved.\n\n‘We will stay.’");
  }

  @Test
  void a_quotation_within_a_quotation_is_a_part_of_it() {
    assertThat(quotations("She said: “He told me ‘no’ and I said “why” twice.” He nodded."))
        .containsExactly("“He told me ‘no’ and I said “why” twice.”");
  }

  @ParameterizedTest
  @ValueSource(strings = {"He said that \"we will stay.", "He said, ‘We will stay."})
  void after_said_or_that_a_mark_without_its_closing_one_opens_a_quotation(String text) {
    assertThat(quotations(text + "\n\nThe row went on."))
        .containsExactly(text.substring(text.length() - 14));
  }

  @Test
  void a_quotation_that_nobody_closed_ends_with_its_paragraph() {
    List<Quotation> found = find("He said: “We will stay.\n\nThe row went on for hours and hours.");
    assertThat(found).singleElement().satisfies(q -> assertThat(q.closed()).isFalse());
    assertThat(quotations("He said: “We will stay.\n\nThe row went on for hours and hours."))
        .containsExactly("“We will stay.");
  }

  @Test
  void a_measure_in_inches_is_no_quotation() {
    assertThat(quotations("The 6\" pipe was laid beside the 8\" one in the yard.")).isEmpty();
  }

  @Test
  void marks_that_do_not_match_still_pair() {
    assertThat(quotations("\"He won,” she said. “It's unusual,“ said Larry Noble of the centre."))
        .containsExactly("\"He won,”", "“It's unusual,“");
  }

  @Property
  void quotations_lie_apart_and_inside_any_text(
      @ForAll
          @StringLength(max = 200)
          @Chars({'“', '”', '‘', '’', '"', '\'', '«', '»', '„', ' ', '\n', '.', ','})
          @CharRange(from = 'a', to = 'e')
          String string) {
    int end = 0;
    for (Quotation quotation : find(string)) {
      assertThat(quotation.span().begin()).isGreaterThanOrEqualTo(end);
      end = quotation.span().end();
    }
    assertThat(end).isLessThanOrEqualTo(new Text(string).length());
  }

  @Test
  void a_million_marks_that_open_and_never_close_are_read_to_the_end() {
    String hostile = "‘a “b 'c \"d ".repeat(80_000);
    assertThat(find(hostile)).allSatisfy(q -> assertThat(q.span()).isInstanceOf(Span.class));
  }
}
