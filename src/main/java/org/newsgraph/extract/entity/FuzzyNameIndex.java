package org.newsgraph.extract.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds misspelled variants of long names: "Merrill Lynch Captial Markets". */
final class FuzzyNameIndex<T> {
  /**
   * Minimum length of a name, in UTF-16 code units. Shorter names that differ in one letter are
   * mostly different names.
   */
  private static final int MIN_LENGTH = 14;

  /** Minimum length of the misspelled word, in UTF-16 code units. */
  private static final int MIN_WORD_LENGTH = 6;

  /** Maximum edit distance of the misspelled word. Two swapped letters count as two edits. */
  private static final int MAX_EDIT_DISTANCE = 2;

  /**
   * Maximum number of names per key, which keeps the time proportional to the length of the text.
   */
  private static final int MAX_CANDIDATES = 50;

  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(MAX_EDIT_DISTANCE);

  private record Known<T>(String name, T value) {}

  private final Map<String, List<Known<T>>> byKey = new HashMap<>();

  void add(String name, T value) {
    if (name.length() >= MIN_LENGTH) {
      List<Known<T>> known = byKey.computeIfAbsent(key(name), b -> new ArrayList<>());
      if (known.size() < MAX_CANDIDATES) {
        known.add(new Known<>(name, value));
      }
    }
  }

  /** Returns the value of a name that this name misspells. */
  Optional<T> find(String name) {
    return name.length() < MIN_LENGTH
        ? Optional.empty()
        : byKey.getOrDefault(key(name), List.of()).stream()
            .filter(known -> isMisspelling(known.name.split(" ", -1), name.split(" ", -1)))
            .findFirst()
            .map(Known::value);
  }

  /**
   * Tests whether two names differ in one long word, whose first letter is the same: "East" and
   * "West" are not misspellings.
   */
  private static boolean isMisspelling(String[] left, String[] right) {
    int differing = -1;
    for (int i = 0; i < left.length; i++) {
      if (!left[i].equals(right[i])) {
        if (differing >= 0) {
          return false;
        }
        differing = i;
      }
    }
    return differing >= 0
        && Math.min(left[differing].length(), right[differing].length()) >= MIN_WORD_LENGTH
        && left[differing].charAt(0) == right[differing].charAt(0)
        && left[differing].chars().noneMatch(Character::isDigit)
        && DISTANCE.apply(left[differing], right[differing]) >= 0;
  }

  private static String key(String name) {
    return name.substring(0, 3) + name.split(" ", -1).length;
  }
}
