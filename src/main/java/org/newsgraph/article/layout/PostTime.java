package org.newsgraph.article.layout;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that consists of a time of day, above or below each post of a live blog: "10:42am", "14.05
 * BST", "Posted at 09:31".
 */
public final class PostTime {
  /** Maximum length of such a line, in UTF-16 code units. */
  private static final int MAX_LENGTH = 60;

  private static final int NOON = 12;

  private static final String DAY =
      "(?:\\p{Lu}\\p{L}{2,8}\\.? )?(?:\\d{1,2} \\p{Lu}\\p{Ll}{2,8}|\\p{Lu}\\p{Ll}{2,8} \\d{1,2})(?:,? \\d{4})?";

  private static final Pattern LINE =
      Pattern.compile(
          "(?:(?:Posted|Updated|Published|First published)(?: at)? )?"
              + ("(?:" + DAY + "(?:,| at)? )?")
              + "(?<hour>[01]?\\d|2[0-3])[:.](?<minute>[0-5]\\d)(?:[:.][0-5]\\d)?"
              + "(?: ?(?<half>[AaPp])\\.?[Mm]\\.?)?"
              + "(?: (?:\\p{Lu}{2,5}|local time))?"
              + ("(?:[,·•|]? (?:on )?" + DAY + ")?"));

  private PostTime() {}

  /** Tests whether a paragraph is such a line. */
  public static boolean isPostTime(String paragraph) {
    return paragraph.length() <= MAX_LENGTH && LINE.matcher(paragraph).matches();
  }

  /** Returns the time of day in such a line. */
  public static Optional<LocalTime> timeOfDay(String paragraph) {
    Matcher line = LINE.matcher(paragraph);
    if (paragraph.length() > MAX_LENGTH || !line.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(line.group("hour"));
    String half = line.group("half");
    if (half != null && hour <= NOON) {
      hour = hour % NOON + (half.equalsIgnoreCase("p") ? NOON : 0);
    }
    return Optional.of(LocalTime.of(hour, Integer.parseInt(line.group("minute"))));
  }
}
