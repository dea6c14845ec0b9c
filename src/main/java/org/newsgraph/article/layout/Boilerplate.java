package org.newsgraph.article.layout;

import java.util.List;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;

/** Detects lines that a site, an archive or an agency adds to every article. */
final class Boilerplate {
  /**
   * Maximum length of such a line, in UTF-16 code units. It also bounds the cost of the patterns.
   */
  private static final int MAX_LENGTH = 300;

  private static final String EDGE_PREFIX = "edge ";
  private static final List<String> LINES = WordLists.lines(Boilerplate.class, "boilerplate.txt");
  private static final List<Pattern> ANYWHERE = patterns(false);
  private static final List<Pattern> AT_EDGE = patterns(true);

  private Boilerplate() {}

  /**
   * Tests whether a paragraph is boilerplate.
   *
   * @param edge whether the paragraph is near the start or the end of the text
   */
  static boolean isBoilerplate(String paragraph, boolean edge) {
    if (paragraph.length() > MAX_LENGTH) {
      return false;
    }
    String line = paragraph.replaceAll("[\\s\\p{Z}]+", " ").replace('’', '\'').strip();
    return ANYWHERE.stream().anyMatch(pattern -> pattern.matcher(line).matches())
        || (edge && AT_EDGE.stream().anyMatch(pattern -> pattern.matcher(line).matches()));
  }

  private static List<Pattern> patterns(boolean edge) {
    return LINES.stream()
        .filter(line -> line.startsWith(EDGE_PREFIX) == edge)
        .map(line -> edge ? line.substring(EDGE_PREFIX.length()) : line)
        .map(line -> Pattern.compile(line, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
        .toList();
  }
}
