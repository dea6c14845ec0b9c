package org.newsgraph.article.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds paragraphs that say once more, set apart to catch the eye, what a sentence of another
 * paragraph says. Editors shorten what they repeat, so nearly the same is the same.
 */
final class PullQuotes {
  private static final int LONGEST = 300;
  private static final int FEWEST_WORDS = 4;

  /** An article has a few; more than this is a list or a table. */
  private static final int MOST_CANDIDATES = 40;

  /**
   * How many places of each pair of words are remembered: rare pairs tell, frequent ones do not.
   */
  private static final int PLACES = 8;

  private static final int LOOKS = 3;

  /** How much may differ, as a share of the longer one's length. */
  private static final double SLACK = 0.25;

  private final List<String> paragraphs;
  private final List<Integer> owners = new ArrayList<>();
  private final List<String> pieces = new ArrayList<>();
  private final Map<String, List<Integer>> pairs = new HashMap<>();

  private PullQuotes(List<String> paragraphs) {
    this.paragraphs = paragraphs;
  }

  /** The indices of the paragraphs that are pull quotes. */
  static Set<Integer> among(List<String> paragraphs) {
    PullQuotes finder = new PullQuotes(paragraphs);
    List<Integer> candidates = finder.candidates();
    if (candidates.isEmpty() || candidates.size() > MOST_CANDIDATES) {
      return Set.of();
    }
    finder.index();
    Set<Integer> found = new HashSet<>();
    for (int candidate : candidates) {
      if (finder.isRepeated(candidate, found)) {
        found.add(candidate);
      }
    }
    return found;
  }

  private List<Integer> candidates() {
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      String paragraph = paragraphs.get(i);
      if (paragraph.length() <= LONGEST
          && isQuoted(paragraph)
          && SentenceHeuristics.words(paragraph).size() >= FEWEST_WORDS) {
        candidates.add(i);
      }
    }
    return candidates;
  }

  /** In quotation marks from the first character to the last. */
  private static boolean isQuoted(String paragraph) {
    return SentenceHeuristics.isQuote(paragraph.codePointAt(0))
        && SentenceHeuristics.isQuote(paragraph.codePointBefore(paragraph.length()));
  }

  private void index() {
    for (int i = 0; i < paragraphs.size(); i++) {
      for (String piece : SentenceHeuristics.pieces(paragraphs.get(i))) {
        String plain = SentenceHeuristics.plain(piece);
        if (plain.length() > 2 * LONGEST) {
          continue;
        }
        owners.add(i);
        pieces.add(plain);
        for (String pair : pairs(plain)) {
          List<Integer> places = pairs.computeIfAbsent(pair, any -> new ArrayList<>());
          if (places.size() < PLACES) {
            places.add(pieces.size() - 1);
          }
        }
      }
    }
  }

  /** Whether another paragraph, itself no pull quote, says it and more besides. */
  private boolean isRepeated(int candidate, Set<Integer> found) {
    String wanted = SentenceHeuristics.plain(paragraphs.get(candidate));
    Map<Integer, Integer> votes = new HashMap<>();
    for (String pair : pairs(wanted)) {
      for (int piece : pairs.getOrDefault(pair, List.of())) {
        int owner = owners.get(piece);
        if (owner != candidate && !found.contains(owner)) {
          votes.merge(piece, 1, Integer::sum);
        }
      }
    }
    return votes.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(LOOKS)
        .anyMatch(
            vote ->
                same(wanted, pieces.get(vote.getKey()))
                    && isFuller(paragraphs.get(owners.get(vote.getKey())), candidate));
  }

  /** Of two paragraphs that say just the same, the first one stays. */
  private boolean isFuller(String other, int candidate) {
    String mine = paragraphs.get(candidate);
    return !isQuoted(other)
        || other.length() > 1.5 * mine.length()
        || paragraphs.indexOf(other) < candidate;
  }

  private static boolean same(String wanted, String piece) {
    if ((" " + piece + " ").contains(" " + wanted + " ")) {
      return true;
    }
    int most = (int) (SLACK * Math.max(wanted.length(), piece.length()));
    return Math.abs(wanted.length() - piece.length()) <= most
        && new LevenshteinDistance(most).apply(wanted, piece) >= 0;
  }

  private static List<String> pairs(String plain) {
    String[] words = plain.split(" ", -1);
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < words.length; i++) {
      pairs.add(words[i] + " " + words[i + 1]);
    }
    return pairs;
  }
}
