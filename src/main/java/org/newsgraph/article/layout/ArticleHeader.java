package org.newsgraph.article.layout;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.article.DatePatterns;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;
import org.newsgraph.article.WordLists;

/**
 * The block above an article's first sentence: headline, byline, dateline, publisher. Extracts
 * metadata from it.
 */
public final class ArticleHeader {
  private static final int MAX_HEADLINE_LENGTH = 250;
  private static final int MAX_PUBLISHER_LENGTH = 50;
  static final int MAX_DATELINE_LENGTH = 80;

  /** Words that may be in lower case in a name or title whose other words are capitalised. */
  private static final Set<String> MINOR_WORDS =
      Set.of(
          "a", "an", "and", "as", "at", "but", "by", "de", "der", "des", "die", "du", "for", "from",
          "in", "into", "is", "it", "la", "le", "les", "of", "off", "on", "or", "over", "the", "to",
          "up", "v", "via", "vs", "with", "after", "than", "that");

  private static final Set<String> PRESS =
      WordLists.entries(ArticleHeader.class, "press-words.txt");
  private static final Set<String> KICKERS = WordLists.entries(ArticleHeader.class, "kickers.txt");

  /**
   * A paragraph that consists of a place and a date: "ROME 1996-12-06", "Monday, July 28, 2014".
   */
  private static final Pattern PLACE_AND_DATE =
      Pattern.compile("(?:\\p{L}[\\p{L}.,'’ -]{0,40} )?" + DatePatterns.DATE);

  /** A report that starts with a dateline: "FLINT, Mich., Oct. 4 (UPI) — ". */
  private static final Pattern DATELINE =
      Pattern.compile(
          "\\p{Lu}[\\p{Lu}.'’ -]{2,30}(?:,[^—―–]{0,40})?"
              + "(?: \\([^)]{1,20}\\) ?(?:—|―|–|--|-)| ?(?:—|―|–|--)) .*");

  /** A quotation with the name of its speaker: "“It is over.” – Ann Roe". */
  private static final Pattern SIGNED_QUOTATION =
      Pattern.compile("[“\"‘'«].*\\.[”\"’'»] ?[-–—―]+ ?\\p{Lu}.*", Pattern.DOTALL);

  private static final Pattern PAGE =
      Pattern.compile("(?i)(?:page|pg\\.?|pp?\\.)\\s?[A-Z]?\\d{1,3}");

  /** The end of a sentence inside a text, but not the full stop of "U.S. Court". */
  private static final Pattern SENTENCE_END_INSIDE = Pattern.compile("\\p{Ll}{4}[.!?] ");

  private ArticleHeader() {}

  /** Returns the title, authors, publisher and dates that the text itself gives. */
  public static Metadata metadata(Text text, Layout layout) {
    List<String> authors =
        layout.paragraphs().stream()
            .filter(paragraph -> paragraph.part() == Part.BYLINE)
            .map(paragraph -> text.substring(paragraph.span()))
            .flatMap(line -> bylineAuthors(line).stream())
            .distinct()
            .toList();
    PublicationLines lines = new PublicationLines(text, layout);
    PublicationLine dates = lines.dates();
    return new Metadata(
        headline(text, layout),
        authors,
        layout
            .first(Part.PUBLISHER)
            .map(it -> oneLine(text.substring(it.span())))
            .or(lines::publisher),
        dates.published().or(dates::modified),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        dates.modified());
  }

  private static List<String> bylineAuthors(String line) {
    List<String> authors = Byline.isName(line) ? List.of(line) : Byline.authors(line);
    return authors.isEmpty() ? Byline.authors("By " + line) : authors;
  }

  /** Returns the lines of the headline in one line. */
  private static Optional<String> headline(Text text, Layout layout) {
    String headline =
        layout.paragraphs().stream()
            .filter(it -> it.part() == Part.HEADLINE)
            .map(it -> oneLine(text.substring(it.span())))
            .collect(Collectors.joining(" "));
    return Optional.of(headline).filter(it -> !it.isEmpty());
  }

  /**
   * Tests whether the first paragraph is a headline.
   *
   * @param bylineFollows whether a byline or a dateline follows
   * @param sentenceFollows whether a sentence follows
   */
  static boolean isHeadline(String first, boolean bylineFollows, boolean sentenceFollows) {
    if (first.length() > MAX_HEADLINE_LENGTH
        || SentenceHeuristics.words(first).isEmpty()
        || isDateline(first)) {
      return false;
    }
    if (first.endsWith(":") || first.endsWith(",") || SIGNED_QUOTATION.matcher(first).matches()) {
      return false;
    }
    return bylineFollows
        || (sentenceFollows
            && ((!first.endsWith(".") && !endsInsideQuotes(first)) || isTitleCase(first)));
  }

  /**
   * Tests whether a paragraph repeats the title, ignoring case and punctuation. The title may have
   * an addition at its start or end, such as a date or a site: "20140301 - Title".
   */
  public static boolean matchesTitle(String title, String paragraph) {
    if (paragraph.length() > 2 * MAX_HEADLINE_LENGTH) {
      return false;
    }
    String normalized = SentenceHeuristics.normalize(paragraph);
    String wantedTitle = SentenceHeuristics.normalize(title);
    return normalized.equals(wantedTitle)
        || (wantedTitle.length() < 2 * normalized.length()
            && normalized.contains(" ")
            && (wantedTitle.startsWith(normalized + " ")
                || wantedTitle.endsWith(" " + normalized)));
  }

  /**
   * Tests whether a paragraph is a complete sentence in quotation marks, which is a quotation and
   * not a headline.
   */
  private static boolean endsInsideQuotes(String first) {
    return SentenceHeuristics.isQuote(first.codePointAt(0))
        && SentenceHeuristics.isQuote(first.codePointBefore(first.length()))
        && SentenceHeuristics.isFinished(first);
  }

  /**
   * Tests whether the first paragraph names the publisher of the headline below it.
   *
   * @param bylineFollows whether a byline or a dateline follows the headline
   */
  static boolean isPublisher(String first, String headline, boolean bylineFollows) {
    List<String> words = SentenceHeuristics.words(first);
    boolean headed =
        headline.length() <= MAX_HEADLINE_LENGTH
            && headline.length() > first.length()
            && SentenceHeuristics.words(headline).size() > Math.max(3, words.size())
            && !headline.endsWith(".")
            && !isDateline(headline);
    return headed
        && isPublisherName(first)
        && (isNewspaperName(first) || (bylineFollows && words.size() <= 3));
  }

  /**
   * Tests whether a line can be a publisher's name by its form: a few capitalised words that are
   * neither a byline nor the name of a section.
   */
  public static boolean isPublisherName(String line) {
    List<String> words = SentenceHeuristics.words(line);
    return line.length() <= MAX_PUBLISHER_LENGTH
        && !words.isEmpty()
        && words.size() <= 5
        && !SentenceHeuristics.isFinished(line)
        && !line.endsWith(":")
        && !Byline.isByline(line)
        && !PLACE_AND_DATE.matcher(line).matches()
        && !KICKERS.contains(SentenceHeuristics.normalize(line))
        && isCapitalised(line, 1.0);
  }

  /** Tests whether a line gives a date, alone or with a place. */
  static boolean isDated(String line) {
    return isDateline(line) || PublicationLine.of(line).isPresent();
  }

  /** Tests whether a line gives only a date, a section or a page: "News", "Page 4". */
  static boolean isAboveHeadline(String line) {
    return PublicationLine.of(line).isPresent()
        || KICKERS.contains(SentenceHeuristics.normalize(line))
        || PAGE.matcher(line).matches();
  }

  /** Tests whether a publisher's name contains a word such as "Courier". */
  public static boolean isNewspaperName(String line) {
    return isPublisherName(line)
        && SentenceHeuristics.words(line).stream().anyMatch(PRESS::contains);
  }

  /** Tests whether a paragraph is, or starts with, the place and date of a report. */
  static boolean isDateline(String paragraph) {
    if ((paragraph.length() <= MAX_DATELINE_LENGTH && PLACE_AND_DATE.matcher(paragraph).matches())
        || PublicationLine.of(paragraph).isPresent()) {
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

  /**
   * Tests whether at least this share of the words, apart from minor words, are capitalised or
   * start with a character without case.
   */
  private static boolean isCapitalised(String text, double share) {
    int capitalised = 0;
    int all = 0;
    for (String word : text.split("[\\s\\p{Z}]+", -1)) {
      String letters = word.replaceAll("^[^\\p{L}\\p{N}]+", "");
      if (letters.isEmpty() || MINOR_WORDS.contains(letters.toLowerCase(Locale.ROOT))) {
        continue;
      }
      all++;
      capitalised += Character.isLowerCase(letters.codePointAt(0)) ? 0 : 1;
    }
    return all > 0 && capitalised >= share * all;
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", " ");
  }
}
