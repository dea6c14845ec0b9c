package org.newsgraph.extract;

/**
 * How likely a statement is right, content and speaker, given how sure the network is of it.
 *
 * <p>A network is too sure of itself; a logistic curve of two numbers corrects that (Platt, 1999).
 * {@code training/calibrate.py} tells how far it is off: 2 to 5 points for names and quoted
 * statements, 6 for indirect ones. The numbers for statements are those that are off alike on the
 * world's newspapers and on PolNeAR, which counts fewer of the same statements as right.
 */
public final class ConfidenceCalibration {
  private ConfidenceCalibration() {}

  /**
   * Corrects what the network says of itself.
   *
   * @param sureness the network's probability that content and source belong together, 0 to 1
   * @return from above 0 to below 1
   */
  public static double calibrate(double sureness, StatementKind kind) {
    return kind == StatementKind.INDIRECT
        ? corrected(sureness, 0.9, -0.9)
        : corrected(sureness, 0.75, -0.6);
  }

  /**
   * Corrects how sure the network is of the report of a speech act.
   *
   * @param sureness the network's probability that topic and source belong together, 0 to 1
   * @return from above 0 to below 1
   */
  public static double ofReport(double sureness) {
    return corrected(sureness, 0.5, -0.2);
  }

  /**
   * Corrects how sure the network is of a name: its bounds and its type.
   *
   * @param sureness from 0 to 1
   * @return from above 0 to below 1
   */
  public static double ofName(double sureness) {
    return corrected(sureness, 0.76, 0.59);
  }

  private static double corrected(double sureness, double slope, double intercept) {
    double clear = Math.min(Math.max(sureness, 0.01), 0.995);
    double logit = Math.log(clear / (1 - clear));
    return 1 / (1 + Math.exp(-slope * logit - intercept));
  }
}
