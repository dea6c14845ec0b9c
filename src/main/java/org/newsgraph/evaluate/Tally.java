package org.newsgraph.evaluate;

/**
 * What was found, found wrongly, and missed.
 *
 * @param right found as it should be
 * @param wrong found, but not there
 * @param missed there, but not found
 */
record Tally(int right, int wrong, int missed) {
  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(right + other.right, wrong + other.wrong, missed + other.missed);
  }

  double precision() {
    return ratio(right, right + wrong);
  }

  double recall() {
    return ratio(right, right + missed);
  }

  /** Precision, recall, their mean, and how many there were to find. */
  Row row(String name) {
    return Row.of(name)
        .with("p", precision())
        .with("r", recall())
        .with("f1", f1(precision(), recall()))
        .with("n", right + missed);
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
