package org.newsgraph.link;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.newsgraph.article.WordLists;

/**
 * A team sport.
 *
 * @param teams the words after the name of a country or university in the names of its teams
 * @param terms words of the sport
 */
record Sport(List<String> teams, List<String> terms) {
  /** Number of different words of a sport that show that an article is about it. */
  private static final int MIN_TERMS = 2;

  private static final List<Sport> ALL =
      WordLists.rows(Sport.class, "sports.tsv").stream()
          .map(row -> new Sport(cells(row.get(0)), cells(row.get(1))))
          .toList();

  private static List<String> cells(String text) {
    return List.of(text.split("\\|", -1));
  }

  /** Returns the sports that an article is about. */
  static List<Sport> in(String text) {
    Set<String> words = new HashSet<>(Arrays.asList(text.split("[^\\p{L}\\p{N}-]+", -1)));
    return ALL.stream()
        .filter(sport -> sport.terms.stream().filter(words::contains).count() >= MIN_TERMS)
        .toList();
  }
}
