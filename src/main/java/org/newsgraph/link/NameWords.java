package org.newsgraph.link;

import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.extract.CompanyForm;

/** The words of names and texts as they are compared: without case, accents and marks. */
final class NameWords {
  private static final Pattern MARK =
      Pattern.compile("\\p{M}+|(?<=\\p{L})['’](?=s\\b)|\\.(?=\\p{L}\\b)");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Words that tell nothing apart. */
  private static final Set<String> EMPTY =
      Set.of("", "the", "and", "of", "a", "an", "in", "for", "on", "by", "to", "de", "s");

  private NameWords() {}

  static Set<String> of(String text) {
    String letters = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    Set<String> words = new LinkedHashSet<>();
    Collections.addAll(words, NO_LETTER.split(MARK.matcher(letters).replaceAll("")));
    words.removeAll(EMPTY);
    return words;
  }

  /** The same without what tells a company's legal form. */
  static Set<String> ofName(String name) {
    Set<String> bare = of(CompanyForm.without(name));
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
