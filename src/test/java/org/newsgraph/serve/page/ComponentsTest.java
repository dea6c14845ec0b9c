package org.newsgraph.serve.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The components of pages escape what they show, and name their errors. */
final class ComponentsTest {
  @Test
  void a_refused_value_stays_in_its_field_with_the_reason_beside_it() {
    String field =
        FormField.of("from", "From", "so\"on").refused(Optional.of("Not a date.")).html().source();
    assertThat(field)
        .contains("value=\"so&quot;on\"", "aria-invalid=\"true\"")
        .contains("aria-describedby=\"from-error\"", "id=\"from-error\">Not a date.</p>");
  }

  @Test
  void a_form_can_be_cleared() {
    String form = FilterForm.of("/statements", List.of()).html().source();
    assertThat(form).contains("<a href=\"/statements\">Clear</a>", "<details class=\"fold\">");
    assertThat(FilterForm.of("/x", List.of()).openIf(true).html().source())
        .contains("<details class=\"fold\" open>");
  }

  @Test
  void an_empty_period_has_its_place_on_the_axis_but_no_bar() {
    List<BarChart.Period> periods =
        List.of(
            new BarChart.Period("2016", "/a?x=1&y=2", List.of(2L)),
            new BarChart.Period("2017", "/b", List.of(0L)),
            new BarChart.Period("2018", "/c", List.of(8L)));
    BarChart chart = new BarChart("years", 340, 100, 60, List.of("Statements"), periods);
    assertThat(chart.svg().source())
        .contains(">2016</text>", ">2017</text>", ">2018</text>", "href=\"/a?x=1&amp;y=2\"")
        .contains("<rect class=\"bar first\" x=\"70.0\" y=\"87.0\" width=\"40.0\" height=\"25.0\">")
        .contains(">8</text>", ">2</text>", ">0</text>")
        .doesNotContain("2017: 0");
    assertThat(chart.table("Year", Html.NONE).source()).contains("2016").doesNotContain("2017");
  }

  @Test
  void the_largest_count_has_the_longest_bar_and_numbers_are_links_to_what_they_count() {
    String list =
        BarList.of(
                List.of(
                    new BarList.Bar(Html.of("{}", "A <b>"), 1, "statement", "/s?speaker=A"),
                    BarList.Bar.of(Html.of("B"), 4)))
            .source();
    assertThat(list)
        .contains("A &lt;b&gt;", "<a href=\"/s?speaker=A\">1<span class=\"unseen\"> statement")
        .contains("<rect width=\"25\"", "<rect width=\"100\"");
  }

  @Test
  void the_first_page_of_one_has_no_links_to_others() {
    assertThat(new Pager("/s", "q=a", 40, 0, Optional.empty()).html().isEmpty()).isTrue();
    assertThat(new Pager("/s", "q=a", 40, 80, Optional.of(120)).html().source())
        .contains("href=\"/s?q=a\"", "href=\"/s?q=a&amp;offset=40\"")
        .contains("href=\"/s?q=a&amp;offset=120\"", "rel=\"prev\"", "rel=\"next\"");
  }
}
