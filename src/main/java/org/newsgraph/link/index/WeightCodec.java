package org.newsgraph.link.index;

/**
 * Writes a name's weight as a small number, in steps of a sixteenth of an octave: within 2.2 per
 * cent of it, down to a millionth. The full weight is 1, which costs an index nothing.
 */
final class WeightCodec {
  private static final double STEPS = 16;
  private static final int LEAST = 1 + (int) (20 * STEPS);

  private static final double[] WEIGHTS = new double[LEAST + 1];

  static {
    for (int code = 1; code <= LEAST; code++) {
      WEIGHTS[code] = Math.pow(2, -(code - 1) / STEPS);
    }
  }

  private WeightCodec() {}

  static int code(double weight) {
    double octaves = -Math.log(weight) / Math.log(2);
    return Math.max(1, Math.min(LEAST, 1 + (int) Math.round(octaves * STEPS)));
  }

  static double of(int code) {
    return WEIGHTS[Math.min(code, LEAST)];
  }
}
