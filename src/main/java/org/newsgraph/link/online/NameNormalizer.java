package org.newsgraph.link.online;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.link.NameKey;

/** When two ways to write a name are the same but for case, accents and marks. */
final class NameNormalizer {
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]*");

  private NameNormalizer() {}

  /** A name as it is asked for: composed letters, single spaces. */
  static String asked(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }

  /** What all spellings of a name have in common; empty where it has no letter and no digit. */
  static String folded(String name) {
    return NO_LETTER.matcher(name).matches() ? "" : NameKey.of(name);
  }

  /** Its words in any order, as registers write "Roe, Ann". */
  static Set<String> words(String name) {
    return Set.copyOf(List.of(folded(name).split(" ", -1)));
  }
}
