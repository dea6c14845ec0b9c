package org.newsgraph.article.format;

import java.util.List;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;

/** Lines of a printed web page that operate the page or label its parts: "Share", "Comments". */
final class PageControls {
  private static final int MAX_LENGTH = 100;

  private static final String END = "end ";
  private static final String LATE_END = "late ";

  private static final List<String> LINES =
      WordLists.lines(PageControls.class, "page-controls.txt");

  private static final Pattern ENDS = pattern(END);
  private static final Pattern LATE_ENDS = pattern(LATE_END);
  private static final Pattern CONTROLS = pattern("");

  private PageControls() {}

  /** Tests whether a line has no content. */
  static boolean isControl(String line) {
    return matches(CONTROLS, line);
  }

  /** Tests whether a line opens the comments below an article. */
  static boolean opensComments(String line) {
    return matches(ENDS, line);
  }

  /** Tests whether a line is the heading of links to other articles. */
  static boolean opensLinks(String line) {
    return matches(LATE_ENDS, line);
  }

  private static boolean matches(Pattern pattern, String line) {
    return line.length() <= MAX_LENGTH && pattern.matcher(line.strip()).matches();
  }

  /** Joins the patterns with a prefix, or those without any if it is empty. */
  private static Pattern pattern(String prefix) {
    String joined =
        LINES.stream()
            .filter(
                line ->
                    prefix.isEmpty()
                        ? !line.startsWith(END) && !line.startsWith(LATE_END)
                        : line.startsWith(prefix))
            .map(line -> line.substring(prefix.length()))
            .reduce((left, right) -> left + "|" + right)
            .orElseThrow();
    return Pattern.compile(joined, Pattern.CASE_INSENSITIVE);
  }
}
