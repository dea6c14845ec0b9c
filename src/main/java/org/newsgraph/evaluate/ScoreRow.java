package org.newsgraph.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A line of the table of scores: what was measured, and its figures in order. */
public record ScoreRow(String name, List<Figure> figures) {
  /** A figure's name and its value as it is printed. */
  public record Figure(String name, String value) {}

  public ScoreRow {
    figures = List.copyOf(figures);
  }

  static ScoreRow of(String name) {
    return new ScoreRow(name, List.of());
  }

  ScoreRow with(String figure, int value) {
    return with(figure, Integer.toString(value));
  }

  /** With four decimals at most, at least one, and half to even, as Python rounds and prints. */
  ScoreRow with(String figure, double value) {
    // From the exact binary value, so that what only looks like a half is rounded as what it is.
    BigDecimal rounded =
        new BigDecimal(value).setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return with(figure, rounded.setScale(Math.max(1, rounded.scale())).toPlainString());
  }

  private ScoreRow with(String figure, String value) {
    List<Figure> more = new ArrayList<>(figures);
    more.add(new Figure(figure, value));
    return new ScoreRow(name, more);
  }

  @Override
  public String toString() {
    List<String> shown = figures.stream().map(it -> it.name() + " " + it.value()).toList();
    return String.format(Locale.ROOT, "%-34s %s", name, String.join("  ", shown));
  }
}
