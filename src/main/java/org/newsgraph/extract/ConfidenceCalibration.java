package org.newsgraph.extract;

/**
 * Calibrates the network's probabilities, so that they match how often its answers are right.
 *
 * <p>A network is overconfident. A logistic curve with two parameters corrects that (Platt, 1999).
 * {@code training/calibrate.py} measures the remaining error: 2 to 5 percentage points for names
 * and quoted statements, 6 for indirect ones. The parameters for statements are a compromise with
 * equal errors on the world's newspapers and on PolNeAR, which counts fewer of the same statements
 * as right.
 */
public final class ConfidenceCalibration {
  private ConfidenceCalibration() {}

  /**
   * Returns the confidence of a statement, content and speaker together.
   *
   * @param sureness the network's probability that content and source belong together, from 0 to 1
   * @param kind kind of the statement
   * @return probability that the statement is right, above 0 and below 1
   */
  public static double calibrate(double sureness, StatementKind kind) {
    return kind == StatementKind.INDIRECT
        ? platt(sureness, 0.9, -0.9)
        : platt(sureness, 0.75, -0.6);
  }

  /**
   * Returns the confidence of a report of a speech act.
   *
   * @param sureness the network's probability that topic and source belong together, from 0 to 1
   * @return probability that the report is right, above 0 and below 1
   */
  public static double ofReport(double sureness) {
    return platt(sureness, 0.5, -0.2);
  }

  /**
   * Returns the confidence of a name, with its bounds and its type.
   *
   * @param sureness the network's probability of the name, from 0 to 1
   * @return probability that the name is right, above 0 and below 1
   */
  public static double ofName(double sureness) {
    return platt(sureness, 0.76, 0.59);
  }

  private static double platt(double sureness, double slope, double intercept) {
    double clamped = Math.min(Math.max(sureness, 0.01), 0.995);
    double logit = Math.log(clamped / (1 - clamped));
    return 1 / (1 + Math.exp(-slope * logit - intercept));
  }
}
