package org.newsgraph.serve.explorer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.io.NumberText;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.serve.explorer.Timeline.Period;
import org.newsgraph.serve.page.Html;

/**
 * A timeline as a bar chart and as a table. Each bar and row links to the statements of a period.
 */
record TimelineChart(StatementFilter filter, Timeline timeline) {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 220;
  private static final int AXIS_HEIGHT = 24;
  private static final int LEFT_MARGIN = 40;

  Html html() {
    if (timeline.periods().isEmpty()) {
      return Html.of(
          "<p class=\"empty\">{}</p>\n",
          timeline.undatedCount() == 0
              ? "No statements " + conditions() + "."
              : statements(timeline.undatedCount())
                  + " "
                  + conditions()
                  + ", but none of the articles has a date.");
    }
    return Html.of(
        """
        <p class="lead">{} {}{}</p>
        <figure class="scroll" tabindex="0" role="region" aria-label="Bar chart">{}</figure>
        <h2 id="as-table">Data as a table</h2>
        <div class="scroll"><table aria-labelledby="as-table"><thead><tr><th scope="col">{}</th><th scope="col" class="num">Statements</th></tr></thead>
        <tbody>{}</tbody></table></div>
        """,
        statements(timeline.datedCount()),
        conditions(),
        timeline.undatedCount() == 0
            ? "."
            : ", and " + number(timeline.undatedCount()) + " without a date.",
        bars(),
        switch (timeline.step()) {
          case DAY -> "Day";
          case WEEK -> "Week starting";
          case MONTH -> "Month";
          case YEAR -> "Year";
        },
        timeline.periods().stream().filter(it -> it.count() > 0).map(it -> row(it)).toList());
  }

  private Html row(Period period) {
    return Html.of(
        "<tr><th scope=\"row\"><a href=\"{}\">{}</a></th><td class=\"num\">{}</td></tr>\n",
        address(period),
        label(period),
        number(period.count()));
  }

  private Html bars() {
    List<Period> periods = timeline.periods();
    double step = (double) (WIDTH - LEFT_MARGIN) / periods.size();
    int each = (int) Math.ceil(90 / step);
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < periods.size(); i++) {
      Period period = periods.get(i);
      double left = LEFT_MARGIN + i * step;
      double high = (HEIGHT - 20.0) * period.count() / timeline.maxCount();
      if (period.count() > 0) {
        drawn.append(
            Html.of(
                    "<a href=\"{}\" tabindex=\"-1\"><title>{}: {}</title><rect class=\"bar\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></a>",
                    address(period),
                    label(period),
                    number(period.count()),
                    round(left),
                    round(HEIGHT - Math.max(2, high)),
                    round(Math.max(1, Math.min(48, step * 0.85))),
                    round(Math.max(2, high)))
                .source());
      }
      if (i % each == 0 && left + 72 < WIDTH) {
        drawn.append(
            Html.of("<text x=\"{}\" y=\"{}\">{}</text>", round(left), HEIGHT + 17, label(period))
                .source());
      }
    }
    return Html.of(
        """
        <svg class="chart timeline" viewBox="0 0 {} {}" aria-hidden="true">
        <line class="axis" x1="{}" x2="{}" y1="{}" y2="{}"/>
        <text x="{}" y="24" text-anchor="end">{}</text><text x="{}" y="{}" text-anchor="end">0</text>
        {}</svg>
        """,
        WIDTH,
        HEIGHT + AXIS_HEIGHT,
        LEFT_MARGIN,
        WIDTH,
        HEIGHT,
        HEIGHT,
        LEFT_MARGIN - 6,
        number(timeline.maxCount()),
        LEFT_MARGIN - 6,
        HEIGHT,
        new Html(drawn.toString()));
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
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
            condition("with the words ", filter.terms()))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String condition(String before, String value) {
    return value.isEmpty() ? "" : before + value.replace('_', ' ');
  }

  private static String statements(long count) {
    return number(count) + (count == 1 ? " statement" : " statements");
  }

  private static String number(long value) {
    return NumberText.of(value);
  }
}
