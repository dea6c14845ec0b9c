package org.newsgraph.link;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.newsgraph.extract.name.LegalForm;

/** Sets of normalized words of names and texts, without case, accents and punctuation. */
final class NameWords {
  /** Words that do not distinguish names. */
  private static final Set<String> STOP_WORDS =
      Set.of("", "the", "and", "of", "a", "an", "in", "for", "on", "by", "to", "de", "s");

  private NameWords() {}

  static Set<String> of(String text) {
    Set<String> words = new LinkedHashSet<>();
    Collections.addAll(words, NameKey.of(text).split(" ", -1));
    words.removeAll(STOP_WORDS);
    return words;
  }

  /** Returns the words of a name without a company's legal form. */
  static Set<String> ofName(String name) {
    Set<String> bare = of(LegalForm.without(name));
    return bare.isEmpty() ? of(name) : bare;
  }

  /**
   * Returns the Jaccard index of two sets of words, from 0 (no common word) to 1 (the same words).
   */
  static double jaccard(Set<String> left, Set<String> right) {
    Set<String> both = new LinkedHashSet<>(left);
    both.retainAll(right);
    int all = left.size() + right.size() - both.size();
    return all == 0 ? 0 : (double) both.size() / all;
  }
}
