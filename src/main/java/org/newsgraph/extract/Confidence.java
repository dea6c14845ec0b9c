package org.newsgraph.extract;

/**
 * How likely a statement is right, content and speaker, given how sure the network is of it.
 *
 * <p>A network is too sure of itself; a logistic curve of two numbers corrects that (Platt, 1999).
 * {@code training/calibrate.py} fits it on every second article of the gold data, and tells how far
 * it is off on the others: 2 to 4 points.
 */
final class Confidence {
  private Confidence() {}

  /**
   * Corrects what the network says of itself.
   *
   * @param sureness the network's probability that content and source belong together, 0 to 1
   * @return from above 0 to below 1
   */
  static double of(double sureness, Kind kind) {
    return kind == Kind.INDIRECT
        ? corrected(sureness, 0.61, -0.51)
        : corrected(sureness, 0.64, -0.66);
  }

  /**
   * Corrects how sure the network is of the report of a speech act.
   *
   * @param sureness the network's probability that topic and source belong together, 0 to 1
   * @return from above 0 to below 1
   */
  static double ofReport(double sureness) {
    return corrected(sureness, 0.5, -0.2);
  }

  /**
   * Corrects how sure the network is of a name: its bounds and its type.
   *
   * @param sureness from 0 to 1
   * @return from above 0 to below 1
   */
  static double ofName(double sureness) {
    return corrected(sureness, 0.76, 0.59);
  }

  private static double corrected(double sureness, double slope, double intercept) {
    double clear = Math.min(Math.max(sureness, 0.01), 0.995);
    double logit = Math.log(clear / (1 - clear));
    return 1 / (1 + Math.exp(-slope * logit - intercept));
  }
}
