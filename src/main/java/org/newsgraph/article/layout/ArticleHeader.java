package org.newsgraph.article.layout;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;
import org.newsgraph.article.WordLists;

/** What stands above an article's first sentence, and the metadata that can be read off it. */
public final class ArticleHeader {
  private static final int LONGEST_HEADLINE = 250;
  private static final int LONGEST_PUBLISHER = 50;
  private static final int LONGEST_DATELINE = 80;

  /** Words that may be small in a name or in a title whose other words have capitals. */
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "and", "as", "at", "but", "by", "de", "der", "des", "die", "du", "for", "from",
          "in", "into", "is", "it", "la", "le", "les", "of", "off", "on", "or", "over", "the", "to",
          "up", "v", "via", "vs", "with", "after", "than", "that");

  private static final Set<String> PRESS = WordLists.words(ArticleHeader.class, "press-words.txt");
  private static final Set<String> KICKERS = WordLists.words(ArticleHeader.class, "kickers.txt");

  private static final String MONTH =
      "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\\.?";

  private static final String DATE =
      "(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2} " + MONTH + ",? \\d{4}|" + MONTH + " \\d{1,2},? \\d{4})";

  /** "ROME 1996-12-06", "Monday, July 28, 2014": a paragraph that says where and when alone. */
  private static final Pattern PLACE_AND_DATE =
      Pattern.compile("(?:\\p{L}[\\p{L}.,'’ -]{0,40} )?" + DATE);

  /** "FLINT, Mich., Oct. 4 (UPI) — ": the start of a report. */
  private static final Pattern DATELINE =
      Pattern.compile(
          "\\p{Lu}[\\p{Lu}.'’ -]{2,30}(?:,[^—―–]{0,40})?"
              + "(?: \\([^)]{1,20}\\) ?(?:—|―|–|--|-)| ?(?:—|―|–|--)) .*");

  /** Not the stop of "U.S. Court". */
  private static final Pattern SENTENCE_END_INSIDE = Pattern.compile("\\p{Ll}{4}[.!?] ");

  private ArticleHeader() {}

  /** Title, authors and publisher, as far as the text itself says them. */
  public static Metadata metadata(Text text, Layout layout) {
    List<String> authors =
        layout.paragraphs().stream()
            .filter(paragraph -> paragraph.part() == Part.BYLINE)
            .map(paragraph -> text.at(paragraph.span()))
            .flatMap(line -> (Byline.isName(line) ? List.of(line) : Byline.authors(line)).stream())
            .distinct()
            .toList();
    return new Metadata(
        layout.first(Part.HEADLINE).map(it -> oneLine(text.at(it.span()))),
        authors,
        layout.first(Part.PUBLISHER).map(it -> oneLine(text.at(it.span()))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Whether the first paragraph is a headline.
   *
   * @param heads whether a byline or a dateline follows it
   * @param body whether a sentence follows it
   */
  static boolean isHeadline(String first, boolean heads, boolean body) {
    if (first.length() > LONGEST_HEADLINE
        || SentenceHeuristics.words(first).isEmpty()
        || isDateline(first)) {
      return false;
    }
    if (first.endsWith(":") || first.endsWith(",")) {
      return false;
    }
    return heads
        || (body && ((!first.endsWith(".") && !endsInsideQuotes(first)) || isTitleCase(first)));
  }

  /** Whether a paragraph is the title, of which lists add a date or a site: "20140301 - Title". */
  public static boolean says(String title, String paragraph) {
    if (paragraph.length() > 2 * LONGEST_HEADLINE) {
      return false;
    }
    String plain = SentenceHeuristics.plain(paragraph);
    String wanted = SentenceHeuristics.plain(title);
    return plain.equals(wanted)
        || (wanted.length() < 2 * plain.length()
            && plain.contains(" ")
            && (wanted.startsWith(plain + " ") || wanted.endsWith(" " + plain)));
  }

  /** A whole sentence in quotation marks is somebody's speech, not a headline. */
  private static boolean endsInsideQuotes(String first) {
    return SentenceHeuristics.isQuote(first.codePointAt(0))
        && SentenceHeuristics.isQuote(first.codePointBefore(first.length()))
        && SentenceHeuristics.isFinished(first);
  }

  /**
   * Whether the first paragraph names the publisher of the headline below it.
   *
   * @param heads whether a byline or a dateline follows the headline
   */
  static boolean isPublisher(String first, String headline, boolean heads) {
    List<String> words = SentenceHeuristics.words(first);
    if (first.length() > LONGEST_PUBLISHER
        || words.isEmpty()
        || words.size() > 5
        || SentenceHeuristics.isFinished(first)
        || first.endsWith(":")
        || Byline.isByline(first)
        || PLACE_AND_DATE.matcher(first).matches()
        || KICKERS.contains(SentenceHeuristics.plain(first))) {
      return false;
    }
    boolean headed =
        headline.length() <= LONGEST_HEADLINE
            && headline.length() > first.length()
            && SentenceHeuristics.words(headline).size() > Math.max(3, words.size())
            && !headline.endsWith(".")
            && !isDateline(headline);
    boolean press = words.stream().anyMatch(PRESS::contains);
    return headed && isCapitalised(first, 1.0) && (press || (heads && words.size() <= 3));
  }

  /** Whether a paragraph is, or begins with, the place and date of a report. */
  static boolean isDateline(String paragraph) {
    if (paragraph.length() <= LONGEST_DATELINE && PLACE_AND_DATE.matcher(paragraph).matches()) {
      return true;
    }
    String start = paragraph.substring(0, Math.min(paragraph.length(), 120)).replace('\n', ' ');
    return DATELINE.matcher(start).matches();
  }

  private static boolean isTitleCase(String text) {
    return SentenceHeuristics.words(text).size() >= 3
        && isCapitalised(text, 0.85)
        && !SENTENCE_END_INSIDE.matcher(text).find();
  }

  /** Whether this share of the words that are not small ones has a capital or no letter at all. */
  private static boolean isCapitalised(String text, double share) {
    int big = 0;
    int all = 0;
    for (String word : text.split("[\\s\\p{Z}]+", -1)) {
      String letters = word.replaceAll("^[^\\p{L}\\p{N}]+", "");
      if (letters.isEmpty() || SMALL.contains(letters.toLowerCase(Locale.ROOT))) {
        continue;
      }
      all++;
      big += Character.isLowerCase(letters.codePointAt(0)) ? 0 : 1;
    }
    return all > 0 && big >= share * all;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", " ");
  }
}
