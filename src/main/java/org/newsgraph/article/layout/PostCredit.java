package org.newsgraph.article.layout;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.DatePatterns;

/**
 * The line that names the author of a post on a social network, as the networks add it to an
 * embedded post.
 *
 * <table>
 * <caption>Forms</caption>
 * <tr><td>— Ann Roe (@annroe) May 7, 2024</td><td>below the post, or at its end</td></tr>
 * <tr><td>Posted by Ann Roe on Tuesday, May 7, 2024</td><td>below the post</td></tr>
 * <tr><td>A post shared by Ann Roe (@annroe)</td><td>below the post</td></tr>
 * <tr><td>Ann Roe @annroe · May 7</td><td>above the post</td></tr>
 * </table>
 *
 * @param begin start of the line in its paragraph, in UTF-16 code units; above 0 if the post and
 *     the line are one paragraph
 * @param nameBegin start of the author's name
 * @param nameEnd end of the author's name, exclusive
 * @param position position of the post
 * @param dated whether the line gives a date
 */
public record PostCredit(int begin, int nameBegin, int nameEnd, Position position, boolean dated) {
  /** Position of the line relative to the post. */
  public enum Position {
    ABOVE,
    BELOW,
    /** The first line of an embedded post is above it, any other one below it. */
    EITHER
  }

  /** Maximum length of a line, in UTF-16 code units. */
  private static final int MAX_LENGTH = 240;

  /** A display name. A hyphen may only join two of its words. */
  private static final String NAME =
      "(?<name>[\\p{L}\\p{N}](?:[^\\s,@()—–―·•|-]|(?<=\\S)-(?=\\S)| (?![-·•|] )){1,60}?)";

  /** A display name whose words begin with capitals. */
  private static final String CAPITALISED_NAME =
      "(?<name>\\p{Lu}[^\\s,@()·•|]{0,30}"
          + "(?: (?:[^\\p{Ll}\\s,@()·•|][^\\s,@()·•|]{0,30}|de|da|van|von|der|bin|al|of|the|and)){0,6})";

  private static final String HANDLE = "@[\\w.-]{1,60}(?:@[\\w.-]{1,60})?";

  private static final String TIME =
      "\\d{1,2}[:.]\\d{2}(?:\\s?[AaPp]\\.?[Mm]\\.?)?(?:\\s[A-Z]{2,5})?";

  private static final String DAY =
      (DatePatterns.WEEKDAY + "?(?:")
          + (DatePatterns.DAY_OF_MONTH + DatePatterns.YEAR + "?|" + DatePatterns.ISO_DAY)
          + "|\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{1,2}\\s?[smhdw])";

  private static final String DATE =
      "(?<date>(?:on\\s)?(?:"
          + TIME
          + "(?:,?\\s|\\s[·•-]\\s))?"
          + DAY
          + "(?:(?:,?\\s(?:at\\s)?|\\s[·•]\\s)"
          + TIME
          + ")?)";

  private static final Pattern SIGNED =
      Pattern.compile(
          "(?:^|(?<=\\s))(?:—|–|―|--|-(?=\\s))\\s?"
              + NAME
              + "\\s?\\("
              + HANDLE
              + "\\)(?:[\\s,·•|]{0,3}"
              + DATE
              + ")?\\.?$");

  private static final Pattern POSTED =
      Pattern.compile(
          "^(?:Posted|Post|A (?:post|video|photo|reel) shared) by "
              + CAPITALISED_NAME
              + "(?:\\s?\\("
              + HANDLE
              + "\\))?(?:\\s"
              + DATE
              + ")?\\.?$");

  private static final Pattern HEADED =
      Pattern.compile("^" + CAPITALISED_NAME + "\\s" + HANDLE + "(?:\\s?[·•|]\\s?" + DATE + ")?$");

  private static final Pattern NAMED =
      Pattern.compile(
          "^" + CAPITALISED_NAME + "\\s\\(" + HANDLE + "\\)(?:\\s(?:[·•|]\\s)?" + DATE + ")?$");

  /** Finds the line in a paragraph. */
  public static Optional<PostCredit> in(String paragraph) {
    int from = Math.max(0, paragraph.length() - MAX_LENGTH);
    String tail = paragraph.substring(from);
    Matcher signed = SIGNED.matcher(tail);
    if (tail.contains("(@") && signed.find()) {
      return Optional.of(of(signed, from, Position.BELOW));
    }
    if (from > 0) {
      return Optional.empty();
    }
    Matcher posted = POSTED.matcher(tail);
    if (posted.find()) {
      return Optional.of(of(posted, 0, Position.BELOW));
    }
    Matcher headed = HEADED.matcher(tail);
    if (headed.find()) {
      return Optional.of(of(headed, 0, Position.ABOVE));
    }
    Matcher named = NAMED.matcher(tail);
    return named.find() ? Optional.of(of(named, 0, Position.EITHER)) : Optional.empty();
  }

  private static PostCredit of(Matcher found, int from, Position position) {
    return new PostCredit(
        from + found.start(),
        from + found.start("name"),
        from + found.end("name"),
        position,
        found.group("date") != null);
  }
}
