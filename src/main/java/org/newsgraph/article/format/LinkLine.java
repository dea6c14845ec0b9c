package org.newsgraph.article.format;

import java.util.Locale;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;

/** Recognises lines in an article that refer to other articles: "Read more: …". */
final class LinkLine {
  private static final int MAX_LENGTH = 300;

  /** Minimum share of links in a line that continues after its first words. */
  private static final double MIN_LINK_DENSITY = 0.3;

  private static final String BEGINNINGS =
      "[\\W_]*(?:" + String.join("|", WordLists.lines(LinkLine.class, "link-lines.txt")) + ")";
  private static final Pattern LINE =
      Pattern.compile(BEGINNINGS + "(?!\\p{L}).*", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ONLY_BEGINNING =
      Pattern.compile(BEGINNINGS + "[\\W_]*", Pattern.UNICODE_CHARACTER_CLASS);

  private LinkLine() {}

  /** Tests whether a block refers to other articles or services and says nothing itself. */
  static boolean isLinkLine(PageBlock block) {
    if (block.text().length() > MAX_LENGTH) {
      return false;
    }
    String line = block.text().toLowerCase(Locale.ROOT).replace('’', '\'');
    return block.linkDensity() >= MIN_LINK_DENSITY
        ? LINE.matcher(line).matches()
        : ONLY_BEGINNING.matcher(line).matches();
  }
}
