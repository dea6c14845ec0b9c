package org.newsgraph.article.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognises the note on its author that ends an article: "Ruth Pritchard is a reporter in
 * Felpersham."
 *
 * @param names full names of the authors, normalised
 */
record AuthorNote(List<String> names) {
  private static final int MAX_LENGTH = 600;

  /** Minimum length of the text without the names, in UTF-16 code units. */
  private static final int MIN_INTRODUCTION = 10;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Creates a recogniser from the names as the page states them. */
  static AuthorNote of(List<String> authors) {
    return new AuthorNote(
        authors.stream().map(AuthorNote::normalize).filter(it -> it.contains(" ")).toList());
  }

  /** Tests whether a block below an article's text introduces one of its authors. */
  boolean matches(PageBlock block) {
    if (names.isEmpty() || block.text().length() > MAX_LENGTH) {
      return false;
    }
    String text = normalize(block.text()) + " ";
    String introduction =
        names.stream().reduce(text, (it, name) -> it.replace(name + " ", ""), (a, b) -> b);
    return introduction.length() > MIN_INTRODUCTION
        && names.stream().anyMatch(name -> text.startsWith(name + " "));
  }

  private static String normalize(String text) {
    return NO_WORD.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
