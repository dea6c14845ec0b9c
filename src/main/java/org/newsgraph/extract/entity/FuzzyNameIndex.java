package org.newsgraph.extract.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds long names again that are written with a slip: "Merrill Lynch Captial Markets". */
final class FuzzyNameIndex<T> {
  /** In code units; shorter names differ by a letter and are others'. */
  private static final int LONG = 14;

  private static final int LONG_WORD = 6;

  /** Two letters that changed places count as two. */
  private static final int SLIP = 2;

  /**
   * No more candidates than these for one name, so that the work stays in proportion to the text.
   */
  private static final int MOST = 50;

  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(SLIP);

  private record Known<T>(String name, T meant) {}

  private final Map<String, List<Known<T>>> byBeginning = new HashMap<>();

  void learn(String name, T meant) {
    if (name.length() >= LONG) {
      List<Known<T>> known = byBeginning.computeIfAbsent(beginning(name), b -> new ArrayList<>());
      if (known.size() < MOST) {
        known.add(new Known<>(name, meant));
      }
    }
  }

  /** What is known by nearly this name. */
  Optional<T> near(String name) {
    return name.length() < LONG
        ? Optional.empty()
        : byBeginning.getOrDefault(beginning(name), List.of()).stream()
            .filter(known -> isSlip(known.name.split(" ", -1), name.split(" ", -1)))
            .findFirst()
            .map(Known::meant);
  }

  /** One long word differs, and not in its first letter: "East" and "West" are no slips. */
  private static boolean isSlip(String[] one, String[] other) {
    int differing = -1;
    for (int i = 0; i < one.length; i++) {
      if (!one[i].equals(other[i])) {
        if (differing >= 0) {
          return false;
        }
        differing = i;
      }
    }
    return differing >= 0
        && Math.min(one[differing].length(), other[differing].length()) >= LONG_WORD
        && one[differing].charAt(0) == other[differing].charAt(0)
        && one[differing].chars().noneMatch(Character::isDigit)
        && DISTANCE.apply(one[differing], other[differing]) >= 0;
  }

  private static String beginning(String name) {
    return name.substring(0, 3) + name.split(" ", -1).length;
  }
}
