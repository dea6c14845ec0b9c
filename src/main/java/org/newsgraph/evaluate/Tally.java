package org.newsgraph.evaluate;

/**
 * Counts of true and false positives and false negatives.
 *
 * @param truePositives number of correct predictions
 * @param falsePositives number of predictions that are not in the gold data
 * @param falseNegatives number of gold annotations that were not found
 */
record Tally(int truePositives, int falsePositives, int falseNegatives) {
  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        truePositives + other.truePositives,
        falsePositives + other.falsePositives,
        falseNegatives + other.falseNegatives);
  }

  double precision() {
    return ratio(truePositives, truePositives + falsePositives);
  }

  double recall() {
    return ratio(truePositives, truePositives + falseNegatives);
  }

  /** Returns a row with precision, recall, F1 and the number of gold annotations. */
  ScoreRow row(String name) {
    return ScoreRow.of(name)
        .with("p", precision())
        .with("r", recall())
        .with("f1", f1(precision(), recall()))
        .with("n", truePositives + falseNegatives);
  }

  /** Returns the ratio; 0 if the divisor is 0. */
  static double ratio(double dividend, double divisor) {
    return divisor == 0 ? 0 : dividend / divisor;
  }

  /** Returns the harmonic mean of precision and recall, in any order. */
  static double f1(double left, double right) {
    return ratio(2 * left * right, left + right);
  }
}
