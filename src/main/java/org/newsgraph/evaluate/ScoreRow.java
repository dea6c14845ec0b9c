package org.newsgraph.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A row of the table of scores.
 *
 * @param name name of the measured task
 * @param figures figures in the order of their columns
 */
public record ScoreRow(String name, List<Figure> figures) {
  /**
   * A figure of a row.
   *
   * @param name name of the figure: "f1"
   * @param value value as printed
   */
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

  /**
   * Returns a row with one more figure, rounded half to even to 1–4 decimals, as Python prints it.
   */
  ScoreRow with(String figure, double value) {
    // From the exact binary value, because a value that is printed as a half may not be exactly
    // one.
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
