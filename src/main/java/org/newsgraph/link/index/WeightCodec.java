package org.newsgraph.link.index;

/**
 * Encoding of a name's weight as a small integer, in steps of a sixteenth of an octave: within 2.2
 * per cent of the weight, down to a millionth. The code of the full weight is 1, which takes no
 * space in an index.
 */
final class WeightCodec {
  private static final double STEPS = 16;
  private static final int MAX_CODE = 1 + (int) (20 * STEPS);

  private static final double[] WEIGHTS = new double[MAX_CODE + 1];

  static {
    for (int code = 1; code <= MAX_CODE; code++) {
      WEIGHTS[code] = Math.pow(2, -(code - 1) / STEPS);
    }
  }

  private WeightCodec() {}

  static int code(double weight) {
    double octaves = -Math.log(weight) / Math.log(2);
    return Math.max(1, Math.min(MAX_CODE, 1 + (int) Math.round(octaves * STEPS)));
  }

  static double weight(int code) {
    return WEIGHTS[Math.min(code, MAX_CODE)];
  }
}
