package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.List;
import org.newsgraph.text.TaggingScheme;

/**
 * A range of consecutive words of a {@link DocumentTokens}, or of a sentence.
 *
 * @param first index of the first word
 * @param last index of the last word, inclusive; {@code first - 1} for an empty range
 */
public record TokenRange(int first, int last) {
  /** Converts a sequence of states of a {@link TaggingScheme} to ranges, in reading order. */
  public static List<TokenRange> of(int[] states) {
    List<TokenRange> runs = new ArrayList<>();
    int first = -1;
    for (int at = 0; at <= states.length; at++) {
      int state = at < states.length ? states[at] : TaggingScheme.OUTSIDE;
      boolean ends =
          state == TaggingScheme.OUTSIDE
              || state == TaggingScheme.BEGIN
              || state == TaggingScheme.SINGLE;
      if (first >= 0 && ends) {
        runs.add(new TokenRange(first, at - 1));
        first = -1;
      }
      if (first < 0 && state != TaggingScheme.OUTSIDE) {
        first = at;
      }
    }
    return runs;
  }

  public int length() {
    return last - first + 1;
  }

  public boolean contains(int at) {
    return first <= at && at <= last;
  }
}
