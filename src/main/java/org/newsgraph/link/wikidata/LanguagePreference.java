package org.newsgraph.link.wikidata;

import java.util.ArrayList;
import java.util.List;

/**
 * The languages of names to read, in descending order of preference. Names for all languages
 * ("mul") are always included, as the last preference.
 *
 * @param codes Wikidata's language codes
 */
public record LanguagePreference(List<String> codes) {
  private static final String ANY_LANGUAGE = "mul";

  public LanguagePreference {
    List<String> all = new ArrayList<>(codes);
    all.remove(ANY_LANGUAGE);
    all.add(ANY_LANGUAGE);
    codes = List.copyOf(all);
  }

  public int count() {
    return codes.size();
  }

  /** Returns the rank of a language, from 0; -1 if it is not among the preferences. */
  public int rank(String code) {
    return codes.indexOf(code);
  }
}
