package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A one-to-one matching of expected and found contents, greedily by descending similarity above a
 * threshold.
 */
final class Matching {
  /** Minimum F1 of their words with which two contents match. */
  private static final double MIN_F1 = 0.8;

  private record Candidate(double f1, int expected, int found) {}

  /** Best first; among equals, the later expected content, a convention of published scores. */
  private static final Comparator<Candidate> BEST =
      Comparator.comparingDouble(Candidate::f1)
          .thenComparingInt(Candidate::expected)
          .thenComparingInt(Candidate::found)
          .reversed();

  private final Map<Integer, Integer> matches = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();
  private final Set<Integer> exact = new HashSet<>();

  private Matching() {}

  /** Matches contents, given as sets of word numbers. */
  static Matching of(List<BitSet> expected, List<BitSet> found) {
    List<Candidate> candidates = new ArrayList<>();
    for (int w = 0; w < expected.size(); w++) {
      for (int f = 0; f < found.size(); f++) {
        double f1 = f1(expected.get(w), found.get(f));
        if (f1 >= MIN_F1) {
          candidates.add(new Candidate(f1, w, f));
        }
      }
    }
    candidates.sort(BEST);
    Matching matching = new Matching();
    for (Candidate candidate : candidates) {
      if (!matching.matches.containsKey(candidate.expected) && matching.used.add(candidate.found)) {
        matching.matches.put(candidate.expected, candidate.found);
        if (expected.get(candidate.expected).equals(found.get(candidate.found))) {
          matching.exact.add(candidate.expected);
        }
      }
    }
    return matching;
  }

  static double f1(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    return both.isEmpty() ? 0 : 2.0 * both.cardinality() / (a.cardinality() + b.cardinality());
  }

  /** Returns the index of the found content that matches an expected one. */
  Optional<Integer> foundFor(int expected) {
    return Optional.ofNullable(matches.get(expected));
  }

  /** Tests whether an expected content was found with exactly the same words. */
  boolean isExact(int expected) {
    return exact.contains(expected);
  }

  boolean isUsed(int found) {
    return used.contains(found);
  }
}
