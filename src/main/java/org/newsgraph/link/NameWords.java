package org.newsgraph.link;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.newsgraph.extract.name.LegalForm;

/** The words of names and texts as they are compared: without case, accents and marks. */
final class NameWords {
  /** Words that tell nothing apart. */
  private static final Set<String> EMPTY =
      Set.of("", "the", "and", "of", "a", "an", "in", "for", "on", "by", "to", "de", "s");

  private NameWords() {}

  static Set<String> of(String text) {
    Set<String> words = new LinkedHashSet<>();
    Collections.addAll(words, NameKey.of(text).split(" ", -1));
    words.removeAll(EMPTY);
    return words;
  }

  /** The same without what tells a company's legal form. */
  static Set<String> ofName(String name) {
    Set<String> bare = of(LegalForm.without(name));
    return bare.isEmpty() ? of(name) : bare;
  }

  /**
   * How much two names have in common (Jaccard's index): from 0, nothing, to 1, all their words.
   */
  static double alike(Set<String> one, Set<String> other) {
    Set<String> both = new LinkedHashSet<>(one);
    both.retainAll(other);
    int all = one.size() + other.size() - both.size();
    return all == 0 ? 0 : (double) both.size() / all;
  }
}
