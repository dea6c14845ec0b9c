package org.newsgraph.evaluate;

/**
 * What was found, found wrongly, and missed.
 *
 * @param truePositives found as it should be
 * @param falsePositives found, but not there
 * @param falseNegatives there, but not found
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

  /** Precision, recall, their mean, and how many there were to find. */
  ScoreRow row(String name) {
    return ScoreRow.of(name)
        .with("p", precision())
        .with("r", recall())
        .with("f1", f1(precision(), recall()))
        .with("n", truePositives + falseNegatives);
  }

  /** A share; of nothing, 0. */
  static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /** The harmonic mean of precision and recall, in whichever order. */
  static double f1(double one, double other) {
    return ratio(2 * one * other, one + other);
  }
}
