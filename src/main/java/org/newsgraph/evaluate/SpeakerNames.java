package org.newsgraph.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Comparison of speakers' names by the rules of {@code score.py} of the gold data. */
public final class SpeakerNames {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
  private static final Set<String> HONORIFICS =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "sir",
          "dame",
          "lord",
          "lady",
          "prof",
          "professor",
          "the",
          "a",
          "an",
          "president",
          "minister",
          "s");

  private SpeakerNames() {}

  /**
   * Returns whether two names denote the same speaker: the words of one, without honorifics, are
   * all among those of the other. "Mr Milne" is "Seumas Milne"; "Jo Cox" is not "Brendan Cox".
   */
  public static boolean matches(String leftName, String rightName) {
    List<String> a = words(leftName);
    List<String> b = words(rightName);
    Set<String> left = new HashSet<>(a);
    Set<String> right = new HashSet<>(b);
    boolean within = left.containsAll(right) || right.containsAll(left);
    return a.equals(b) || (!a.isEmpty() && !b.isEmpty() && within);
  }

  private static List<String> words(String name) {
    // Upper case first, so that ß equals ss.
    String folded = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    List<String> words = WORD.matcher(folded).results().map(MatchResult::group).toList();
    List<String> distinguishing =
        words.stream().filter(word -> !HONORIFICS.contains(word)).toList();
    return distinguishing.isEmpty() ? words : distinguishing;
  }
}
