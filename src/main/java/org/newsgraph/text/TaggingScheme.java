package org.newsgraph.text;

import java.util.Arrays;

/**
 * A scheme that marks spans by one state per word, with a decoder that finds the most probable
 * valid sequence of states (Viterbi, 1967).
 *
 * <p>State 0 is always "outside".
 */
public final class TaggingScheme {
  public static final int OUTSIDE = 0;
  public static final int BEGIN = 1;
  public static final int INSIDE = 2;
  public static final int END = 3;
  public static final int SINGLE = 4;

  /** The states outside, begin, inside, end, single. */
  public static final TaggingScheme BIOES =
      new TaggingScheme(
          new boolean[][] {
            {true, true, false, false, true},
            {false, false, true, true, false},
            {false, false, true, true, false},
            {true, true, false, false, true},
            {true, true, false, false, true}
          },
          new boolean[] {true, false, false, true, true});

  /** The states outside, begin, inside. */
  public static final TaggingScheme BIO =
      new TaggingScheme(
          new boolean[][] {{true, true, false}, {true, true, true}, {true, true, true}},
          new boolean[] {true, true, true});

  private static final double IMPOSSIBLE = -1e9;

  private final boolean[][] follows;
  private final boolean[] last;

  private TaggingScheme(boolean[][] follows, boolean[] last) {
    this.follows = follows;
    this.last = last;
  }

  /** Returns the scheme of names: outside, then begin and inside for each name type. */
  static TaggingScheme names(int types) {
    boolean[][] follows = new boolean[1 + 2 * types][1 + 2 * types];
    for (int from = 0; from < follows.length; from++) {
      follows[from][OUTSIDE] = true;
      for (int type = 0; type < types; type++) {
        int begin = 1 + 2 * type;
        follows[from][begin] = true;
        follows[from][begin + 1] = from == begin || from == begin + 1;
      }
    }
    boolean[] last = new boolean[follows.length];
    Arrays.fill(last, true);
    return new TaggingScheme(follows, last);
  }

  /**
   * Returns the most probable sequence of states.
   *
   * @param likelihoods for each word, the log-likelihood of each state
   */
  public int[] decode(double[][] likelihoods) {
    int words = likelihoods.length;
    if (words == 0) {
      return new int[0];
    }
    int states = follows.length;
    double[] sums = new double[states];
    int[][] before = new int[words][states];
    for (int state = 0; state < states; state++) {
      sums[state] = likelihoods[0][state] + (follows[OUTSIDE][state] ? 0 : IMPOSSIBLE);
    }
    for (int word = 1; word < words; word++) {
      double[] next = new double[states];
      for (int state = 0; state < states; state++) {
        int best = 0;
        double max = Double.NEGATIVE_INFINITY;
        for (int from = 0; from < states; from++) {
          double sum = sums[from] + (follows[from][state] ? 0 : IMPOSSIBLE);
          if (sum > max) {
            max = sum;
            best = from;
          }
        }
        before[word][state] = best;
        next[state] = max + likelihoods[word][state];
      }
      sums = next;
    }
    int best = 0;
    for (int state = 0; state < states; state++) {
      sums[state] += last[state] ? 0 : IMPOSSIBLE;
      best = sums[state] > sums[best] ? state : best;
    }
    int[] path = new int[words];
    for (int word = words - 1; word >= 0; word--) {
      path[word] = best;
      best = before[word][best];
    }
    return path;
  }
}
