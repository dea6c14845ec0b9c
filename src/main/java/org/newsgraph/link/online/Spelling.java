package org.newsgraph.link.online;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** When two ways to write a name are the same but for case, accents and marks. */
final class Spelling {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Spelling() {}

  /** A name as it is asked for: composed letters, single spaces. */
  static String asked(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }

  /** What all spellings of a name have in common. */
  static String folded(String name) {
    String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    // Full stops inside abbreviations are no gap: "U.S." is "US".
    String joined = plain.replaceAll("(?<=\\p{L})[.’'](?=\\p{L})", "");
    return MARKS.matcher(joined).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /** Its words in any order, as registers write "Roe, Ann". */
  static Set<String> words(String name) {
    return Set.copyOf(List.of(folded(name).split(" ", -1)));
  }
}
