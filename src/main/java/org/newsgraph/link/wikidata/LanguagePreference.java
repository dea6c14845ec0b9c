package org.newsgraph.link.wikidata;

import java.util.ArrayList;
import java.util.List;

/**
 * The languages that names are wanted in, the first wanted first. Names that Wikidata gives for all
 * languages at once ("mul") are always wanted, last.
 */
record LanguagePreference(List<String> codes) {
  private static final String ALL = "mul";

  LanguagePreference {
    List<String> all = new ArrayList<>(codes);
    all.remove(ALL);
    all.add(ALL);
    codes = List.copyOf(all);
  }

  int count() {
    return codes.size();
  }

  /** The place of a language among those wanted; -1 where it is not. */
  int rank(String code) {
    return codes.indexOf(code);
  }
}
