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
 * Finds pull quotes: paragraphs that repeat a sentence of another paragraph in large type. Editors
 * shorten what they repeat, so similar text counts as a repetition.
 */
final class PullQuotes {
  private static final int MAX_LENGTH = 300;
  private static final int MIN_WORDS = 4;

  /**
   * Maximum number of candidates. An article has a few pull quotes; more candidates than this are a
   * list or a table.
   */
  private static final int MAX_CANDIDATES = 40;

  /**
   * Maximum number of occurrences recorded per word pair. Rare pairs identify a sentence, frequent
   * ones do not.
   */
  private static final int MAX_POSTINGS = 8;

  /** Maximum number of sentences that a candidate is compared with. */
  private static final int MAX_COMPARISONS = 3;

  /** Maximum edit distance, as a share of the longer text's length. */
  private static final double MAX_DIFFERENCE = 0.25;

  private final List<String> paragraphs;
  private final List<Integer> owners = new ArrayList<>();
  private final List<String> pieces = new ArrayList<>();
  private final Map<String, List<Integer>> pairs = new HashMap<>();

  private PullQuotes(List<String> paragraphs) {
    this.paragraphs = paragraphs;
  }

  /** Returns the indices of the paragraphs that are pull quotes. */
  static Set<Integer> find(List<String> paragraphs) {
    PullQuotes finder = new PullQuotes(paragraphs);
    List<Integer> candidates = finder.candidates();
    if (candidates.isEmpty() || candidates.size() > MAX_CANDIDATES) {
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
      if (paragraph.length() <= MAX_LENGTH
          && isQuoted(paragraph)
          && SentenceHeuristics.words(paragraph).size() >= MIN_WORDS) {
        candidates.add(i);
      }
    }
    return candidates;
  }

  /** Tests whether a paragraph is in quotation marks from its first to its last character. */
  private static boolean isQuoted(String paragraph) {
    return SentenceHeuristics.isQuote(paragraph.codePointAt(0))
        && SentenceHeuristics.isQuote(paragraph.codePointBefore(paragraph.length()));
  }

  private void index() {
    for (int i = 0; i < paragraphs.size(); i++) {
      for (String piece : SentenceHeuristics.segments(paragraphs.get(i))) {
        String normalized = SentenceHeuristics.normalize(piece);
        if (normalized.length() > 2 * MAX_LENGTH) {
          continue;
        }
        owners.add(i);
        pieces.add(normalized);
        for (String pair : pairs(normalized)) {
          List<Integer> places = pairs.computeIfAbsent(pair, any -> new ArrayList<>());
          if (places.size() < MAX_POSTINGS) {
            places.add(pieces.size() - 1);
          }
        }
      }
    }
  }

  /**
   * Tests whether another paragraph, which is not itself a pull quote, contains the candidate's
   * text and more.
   */
  private boolean isRepeated(int candidate, Set<Integer> found) {
    String candidateText = SentenceHeuristics.normalize(paragraphs.get(candidate));
    Map<Integer, Integer> votes = new HashMap<>();
    for (String pair : pairs(candidateText)) {
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
        .limit(MAX_COMPARISONS)
        .anyMatch(
            vote ->
                isSimilar(candidateText, pieces.get(vote.getKey()))
                    && isOriginal(paragraphs.get(owners.get(vote.getKey())), candidate));
  }

  /**
   * Tests whether a paragraph is the original of the candidate's text. Of two paragraphs with the
   * same text, the first is the original.
   */
  private boolean isOriginal(String other, int candidate) {
    String mine = paragraphs.get(candidate);
    return !isQuoted(other)
        || other.length() > 1.5 * mine.length()
        || paragraphs.indexOf(other) < candidate;
  }

  private static boolean isSimilar(String candidateText, String piece) {
    if ((" " + piece + " ").contains(" " + candidateText + " ")) {
      return true;
    }
    int maxDistance = (int) (MAX_DIFFERENCE * Math.max(candidateText.length(), piece.length()));
    return Math.abs(candidateText.length() - piece.length()) <= maxDistance
        && new LevenshteinDistance(maxDistance).apply(candidateText, piece) >= 0;
  }

  private static List<String> pairs(String normalized) {
    String[] words = normalized.split(" ", -1);
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < words.length; i++) {
      pairs.add(words[i] + " " + words[i + 1]);
    }
    return pairs;
  }
}
