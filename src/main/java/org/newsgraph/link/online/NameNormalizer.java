package org.newsgraph.link.online;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.link.NameKey;

/** Normalization of names for requests and for comparing search results. */
final class NameNormalizer {
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]*");

  private NameNormalizer() {}

  /** Returns a name as it is sent to a service: in NFC, with single spaces. */
  static String forRequest(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }

  /** Returns the key of a name; empty if the name has no letter and no digit. */
  static String key(String name) {
    return NO_LETTER.matcher(name).matches() ? "" : NameKey.of(name);
  }

  /** Returns the set of words of a name, because registers write "Roe, Ann". */
  static Set<String> words(String name) {
    return Set.copyOf(List.of(key(name).split(" ", -1)));
  }
}
