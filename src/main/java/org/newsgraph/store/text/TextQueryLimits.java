package org.newsgraph.store.text;

import java.util.Optional;

/**
 * Limits on queries in Lucene's syntax. They keep every search short, because Lucene cannot stop a
 * search that has begun.
 */
final class TextQueryLimits {
  /** Maximum number of results of a search. */
  static final int MAX_RESULTS = 100_000;

  private static final int MAX_LENGTH = 10_000;
  private static final int MAX_TERMS = 500;
  private static final int MAX_DEPTH = 20;
  private static final int MAX_SLOP = 1000;

  /** Maximum number of characters that make a term match many terms of the index. */
  private static final int MAX_PATTERNS = 60;

  private static final String PATTERN_SIGNS = "*?~/";

  private final String query;
  private int depth;
  private int terms;
  private int patterns;

  private TextQueryLimits(String query) {
    this.query = query;
  }

  /**
   * Returns the reason why a search is refused, or nothing if it is within the limits.
   *
   * @param results requested number of results; 0 or less for the default
   */
  static Optional<String> violation(String query, int results) {
    if (results > MAX_RESULTS) {
      return Optional.of("a text query may request at most " + MAX_RESULTS + " results");
    }
    if (query.length() > MAX_LENGTH) {
      return Optional.of("the text query is longer than " + MAX_LENGTH + " characters");
    }
    return new TextQueryLimits(query).violation();
  }

  private Optional<String> violation() {
    boolean quoted = false;
    boolean inTerm = false;
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      boolean wordPart = !Character.isWhitespace(c) && "()\"".indexOf(c) < 0;
      terms += wordPart && !inTerm ? 1 : 0;
      inTerm = wordPart;
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        if (quoted && slop(i + 1) > MAX_SLOP) {
          return Optional.of("the distance in a text query is greater than " + MAX_SLOP);
        }
        quoted = !quoted;
      } else if (!quoted) {
        patterns += PATTERN_SIGNS.indexOf(c) >= 0 ? 1 : 0;
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      if (depth > MAX_DEPTH) {
        return Optional.of("the text query is nested more than " + MAX_DEPTH + " levels deep");
      }
    }
    if (terms > MAX_TERMS) {
      return Optional.of("the text query has more than " + MAX_TERMS + " terms");
    }
    return patterns > MAX_PATTERNS
        ? Optional.of(
            "the text query has more than " + MAX_PATTERNS + " of the characters * ? ~ and /")
        : Optional.empty();
  }

  /** Returns the distance after a phrase, such as 5 in {@code "a b"~5}; 0 if there is none. */
  private long slop(int from) {
    long slop = 0;
    if (from < query.length() && query.charAt(from) == '~') {
      for (int i = from + 1; i < query.length() && Character.isDigit(query.charAt(i)); i++) {
        slop = Math.min(slop * 10 + Character.digit(query.charAt(i), 10), Integer.MAX_VALUE);
      }
    }
    return slop;
  }
}
