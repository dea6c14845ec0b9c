package org.newsgraph.article.layout;

import java.util.List;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;

/** Lines that a site, an archive or an agency puts around every article. */
final class Boilerplate {
  /** No such line is longer; and so no pattern ever sees a long text. */
  private static final int LONGEST = 300;

  private static final String EDGE = "edge ";
  private static final List<String> LINES = WordLists.lines(Boilerplate.class, "boilerplate.txt");
  private static final List<Pattern> ANYWHERE = patterns(false);
  private static final List<Pattern> AT_EDGE = patterns(true);

  private Boilerplate() {}

  /**
   * Whether a paragraph is such a line.
   *
   * @param edge whether it stands near the beginning or the end of the text
   */
  static boolean is(String paragraph, boolean edge) {
    if (paragraph.length() > LONGEST) {
      return false;
    }
    String line = paragraph.replaceAll("[\\s\\p{Z}]+", " ").replace('’', '\'').strip();
    return ANYWHERE.stream().anyMatch(pattern -> pattern.matcher(line).matches())
        || (edge && AT_EDGE.stream().anyMatch(pattern -> pattern.matcher(line).matches()));
  }

  private static List<Pattern> patterns(boolean edge) {
    return LINES.stream()
        .filter(line -> line.startsWith(EDGE) == edge)
        .map(line -> edge ? line.substring(EDGE.length()) : line)
        .map(line -> Pattern.compile(line, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
        .toList();
  }
}
