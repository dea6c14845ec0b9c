package org.newsgraph.serve.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.newsgraph.io.NumberText;

/**
 * A bar chart over a time axis, with a table of the same numbers. Periods are consecutive: one
 * without statements is an empty place on the axis, so that equal times have equal lengths. Hidden
 * from screen readers, which get the table.
 *
 * @param style the CSS class of the chart
 * @param width width of the drawing, in SVG units
 * @param height height of the tallest bar, in SVG units
 * @param labelWidth minimum distance between the labels of the axis, in SVG units
 * @param series the names of the series; each has one bar per period
 * @param periods the periods, the earliest first
 */
public record BarChart(
    String style,
    int width,
    int height,
    int labelWidth,
    List<String> series,
    List<Period> periods) {
  private static final int LEFT_MARGIN = 40;
  private static final int TOP_MARGIN = 12;
  private static final int AXIS_HEIGHT = 24;
  private static final double MAX_BAR_WIDTH = 40;

  /** Maximum width of a period, so that few periods stand at the left, where a phone shows them. */
  private static final double MAX_STEP = 120;

  /** Maximum number of lines of the scale above the base line. */
  private static final int MAX_LINES = 4;

  /** Part of a period's width that bars fill; the rest separates periods. */
  private static final double FILLED = 0.8;

  /**
   * A period.
   *
   * @param label the label on the axis: "2016-10"
   * @param address the address of its statements; empty for none
   * @param counts a number for each series
   */
  public record Period(String label, String address, List<Long> counts) {
    public Period {
      counts = List.copyOf(counts);
    }

    boolean isEmpty() {
      return counts.stream().allMatch(it -> it == 0);
    }
  }

  public BarChart {
    series = List.copyOf(series);
    periods = List.copyOf(periods);
  }

  /** Renders the chart. */
  public Html svg() {
    long most = most();
    return Html.of(
        "<svg class=\"chart {}\" viewBox=\"0 0 {} {}\" aria-hidden=\"true\">{}</svg>\n",
        style,
        width,
        TOP_MARGIN + height + AXIS_HEIGHT,
        List.of(axis(most), bars(most), labels()));
  }

  /** Renders the names of the series with their colours; nothing for a single series. */
  public Html legend() {
    return Html.of(
            "<p class=\"legend small\">{}</p>",
            IntStream.range(0, series.size())
                .mapToObj(
                    i -> Html.of("<span class=\"key {}\">{}</span>", colour(i), series.get(i)))
                .collect(Html.joining(" ")))
        .when(series.size() > 1);
  }

  /**
   * Renders the numbers of the periods that are not empty.
   *
   * @param title the heading of the first column: "Month"
   * @param attributes attributes of the table, with a space before each
   */
  public Html table(String title, Html attributes) {
    return Html.of(
        "<table{}><thead><tr><th scope=\"col\">{}</th>{}</tr></thead>\n<tbody>{}</tbody></table>",
        attributes,
        title,
        series.stream().map(it -> Html.of("<th scope=\"col\" class=\"num\">{}</th>", it)).toList(),
        periods.stream().filter(it -> !it.isEmpty()).map(BarChart::row).toList());
  }

  private static Html row(Period period) {
    return Html.of(
        "<tr><th scope=\"row\">{}</th>{}</tr>\n",
        period.address().isEmpty()
            ? Html.of("{}", period.label())
            : Html.of("<a href=\"{}\">{}</a>", period.address(), period.label()),
        period.counts().stream()
            .map(it -> Html.of("<td class=\"num\">{}</td>", NumberText.of(it)))
            .toList());
  }

  private long most() {
    return periods.stream().flatMap(it -> it.counts().stream()).mapToLong(it -> it).max().orElse(0);
  }

  private double step() {
    return Math.min(MAX_STEP, (double) (width - LEFT_MARGIN) / Math.max(1, periods.size()));
  }

  /** Renders the base line, and the scale: lines at round numbers. */
  private Html axis(long most) {
    List<Html> lines = new ArrayList<>(List.of(line(0, most, "axis")));
    long tick = tick(most);
    for (long number = tick; number <= most; number += tick) {
      lines.add(line(number, most, "grid"));
    }
    return lines.stream().collect(Html.joining());
  }

  /** Returns a round distance between the lines of the scale: 1, 2 or 5 times a power of ten. */
  private static long tick(long most) {
    long power = 1;
    while (true) {
      for (long factor : new long[] {1, 2, 5}) {
        if (most / (factor * power) <= MAX_LINES) {
          return factor * power;
        }
      }
      power *= 10;
    }
  }

  private Html line(long number, long most, String kind) {
    double y = top(number, most);
    return Html.of(
            "<line class=\"{}\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/>",
            kind,
            LEFT_MARGIN,
            width,
            y,
            y)
        .and(
            Html.of(
                "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
                LEFT_MARGIN - 6,
                y + 4,
                NumberText.of(number)));
  }

  private double top(long number, long most) {
    double high = most == 0 ? 0 : (double) height * number / most;
    // A single statement among thousands is still visible.
    return round(TOP_MARGIN + height - (number == 0 ? 0 : Math.max(2, high)));
  }

  private Html bars(long most) {
    double bar = Math.max(0.8, Math.min(MAX_BAR_WIDTH, step() * FILLED / series.size()));
    List<Html> bars = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      double left = LEFT_MARGIN + (i + 0.5) * step() - bar * series.size() / 2;
      bars.add(bars(periods.get(i), left, bar, most));
    }
    return bars.stream().collect(Html.joining());
  }

  private Html bars(Period period, double left, double bar, long most) {
    List<Html> drawn = new ArrayList<>();
    for (int i = 0; i < period.counts().size(); i++) {
      long count = period.counts().get(i);
      double top = top(count, most);
      if (count > 0) {
        drawn.add(
            Html.of(
                "<rect class=\"bar {}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><title>{}</title></rect>",
                colour(i),
                round(left + i * bar),
                top,
                round(bar),
                round(TOP_MARGIN + height - top),
                period.label() + ": " + NumberText.of(count)));
      }
    }
    Html all = drawn.stream().collect(Html.joining());
    return period.address().isEmpty() || all.isEmpty()
        ? all
        : Html.of("<a href=\"{}\" tabindex=\"-1\">{}</a>", period.address(), all);
  }

  private Html labels() {
    int every = (int) Math.ceil(labelWidth / step());
    List<Html> labels = new ArrayList<>();
    for (int i = 0; i < periods.size(); i += every) {
      double centre = LEFT_MARGIN + (i + 0.5) * step();
      if (centre + labelWidth / 3.0 < width) {
        labels.add(
            Html.of(
                "<text{} x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                new Html(" class=\"odd\"").when(i / every % 2 == 1),
                round(centre),
                TOP_MARGIN + height + 17,
                periods.get(i).label()));
      }
    }
    return labels.stream().collect(Html.joining());
  }

  private static String colour(int i) {
    return i == 0 ? "first" : "second";
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
