package org.newsgraph.serve.explorer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.serve.explorer.Timeline.Period;
import org.newsgraph.serve.page.BarChart;
import org.newsgraph.serve.page.Html;

/**
 * A timeline as a bar chart and as a table. Each bar and row links to the statements of a period.
 */
record TimelineChart(StatementFilter filter, Timeline timeline) {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 200;
  private static final int LABEL_WIDTH = 90;

  Html html() {
    return timeline.periods().isEmpty() ? empty() : Html.of("{}{}", summary(), chart());
  }

  private Html empty() {
    return Html.of(
        "<p class=\"empty\">{}</p>\n",
        timeline.undatedCount() == 0
            ? "No statements " + conditions() + "."
            : statements(timeline.undatedCount())
                + " "
                + conditions()
                + ", but none of the articles has a date.");
  }

  private Html summary() {
    return Html.of(
        "<p class=\"lead\">{} {}{}</p>\n",
        statements(timeline.datedCount()),
        conditions(),
        timeline.undatedCount() == 0
            ? "."
            : ", and " + NumberText.of(timeline.undatedCount()) + " without a date.");
  }

  private Html chart() {
    BarChart chart =
        new BarChart(
            "timeline",
            WIDTH,
            HEIGHT,
            LABEL_WIDTH,
            List.of("Statements"),
            timeline.periods().stream()
                .map(it -> new BarChart.Period(label(it), address(it), List.of(it.count())))
                .toList());
    return Html.of(
        """
        <figure class="scroll" tabindex="0" role="region" aria-label="Bar chart">{}</figure>
        <h2 id="as-table">As a table</h2>
        <div class="scroll">{}</div>
        """,
        chart.svg(),
        chart.table(
            switch (timeline.step()) {
              case DAY -> "Day";
              case WEEK -> "Week starting";
              case MONTH -> "Month";
              case YEAR -> "Year";
            },
            new Html(" aria-labelledby=\"as-table\"")));
  }

  private String label(Period period) {
    String day = period.first().toString();
    return switch (timeline.step()) {
      case DAY, WEEK -> day;
      case MONTH -> day.substring(0, 7);
      case YEAR -> day.substring(0, 4);
    };
  }

  /** Returns the address of the statements in a period. */
  private String address(Period period) {
    return "/statements?"
        + filter
            .with(StatementFilter.Field.FROM, period.first().toString())
            .with(StatementFilter.Field.TO, period.last().toString())
            .query();
  }

  /** Describes the conditions for a sentence: "about Aleppo by Boris Johnson". */
  private String conditions() {
    return Stream.of(
            condition("about ", filter.about()),
            condition("by ", filter.speaker()),
            condition("by speakers with the role ", filter.role()),
            condition("containing ", filter.terms().isEmpty() ? "" : "“" + filter.terms() + "”"))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String condition(String before, String value) {
    return value.isEmpty() ? "" : before + value.replace('_', ' ');
  }

  private static String statements(long count) {
    return NumberText.of(count, "statement", "statements");
  }
}
