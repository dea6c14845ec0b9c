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
 * Which wanted content was found as which: one to one, the most alike first, where they are alike
 * enough.
 */
final class Matching {
  /** The F1 of their words from which on two contents count as the same. */
  private static final double ALIKE = 0.8;

  private record Candidate(double f1, int wanted, int found) {}

  /** Best first. Of equals, the later wanted one; a convention that others' figures rest on. */
  private static final Comparator<Candidate> BEST =
      Comparator.comparingDouble(Candidate::f1)
          .thenComparingInt(Candidate::wanted)
          .thenComparingInt(Candidate::found)
          .reversed();

  private final Map<Integer, Integer> matches = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();
  private final Set<Integer> exact = new HashSet<>();

  private Matching() {}

  /** Matches contents, given as the numbers of their words. */
  static Matching of(List<BitSet> wanted, List<BitSet> found) {
    List<Candidate> candidates = new ArrayList<>();
    for (int w = 0; w < wanted.size(); w++) {
      for (int f = 0; f < found.size(); f++) {
        double f1 = f1(wanted.get(w), found.get(f));
        if (f1 >= ALIKE) {
          candidates.add(new Candidate(f1, w, f));
        }
      }
    }
    candidates.sort(BEST);
    Matching matching = new Matching();
    for (Candidate candidate : candidates) {
      if (!matching.matches.containsKey(candidate.wanted) && matching.used.add(candidate.found)) {
        matching.matches.put(candidate.wanted, candidate.found);
        if (wanted.get(candidate.wanted).equals(found.get(candidate.found))) {
          matching.exact.add(candidate.wanted);
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

  /** Which found content a wanted one was matched with. */
  Optional<Integer> foundFor(int wanted) {
    return Optional.ofNullable(matches.get(wanted));
  }

  /** Whether the two are the same, word for word. */
  boolean isExact(int wanted) {
    return exact.contains(wanted);
  }

  boolean isUsed(int found) {
    return used.contains(found);
  }
}
