package org.newsgraph.article.layout;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.newsgraph.article.DatePatterns;
import org.newsgraph.article.Dates;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Layout.Paragraph;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Text;

/**
 * The lines above an article's first sentence that give the date of publication and the newspaper.
 *
 * @param text text of the article
 * @param layout paragraphs of the text
 */
record PublicationLines(Text text, Layout layout) {
  /** Number of paragraphs at the start of a text among which a date is searched. */
  private static final int MAX_HEADER_LENGTH = 8;

  /** A dateline with a complete date: "FLINT, Mich. (Oct. 4, 2021) /PRNewswire/ --". */
  private static final Pattern DATED_DATELINE =
      Pattern.compile(
          "\\p{Lu}[\\p{L}.,'’/ -]{1,60}?[, (]{1,2}("
              + DatePatterns.DATE
              + ")\\)?(?: ?(?:\\([^)]{1,30}\\)|/[^/]{1,30}/))? ?(?:—|―|–|--|-|:) ?");

  /**
   * Returns the dates in the lines around the headline or byline. A date without either may be the
   * subject of the text.
   */
  PublicationLine dates() {
    PublicationLine dates = new PublicationLine(Optional.empty(), Optional.empty());
    boolean isHeaded = false;
    for (Paragraph paragraph : layout.paragraphs().subList(0, headerLength())) {
      String line = text.substring(paragraph.span());
      boolean isByline = paragraph.part() == Part.BYLINE;
      isHeaded |= isByline || paragraph.part() == Part.HEADLINE;
      dates =
          (isByline ? PublicationLine.inByline(line) : PublicationLine.of(line))
              .map(dates::withFallback)
              .orElse(dates);
    }
    return isHeaded && (dates.published().isPresent() || dates.modified().isPresent())
        ? dates
        : inDateline();
  }

  /** Returns the date in the dateline of a report: "FLINT, Mich., Oct. 4, 2021 (UPI) — …". */
  private PublicationLine inDateline() {
    int first = headerLength();
    Matcher dateline =
        DATED_DATELINE.matcher(
            first < layout.paragraphs().size()
                ? text.substring(layout.paragraphs().get(first).span())
                : "");
    return new PublicationLine(
        dateline.lookingAt() ? Dates.toIso(dateline.group(1)) : Optional.empty(), Optional.empty());
  }

  /** Returns the newspaper in a line with its name and a date. */
  Optional<String> publisher() {
    return layout.paragraphs().subList(0, headerLength()).stream()
        .map(it -> text.substring(it.span()))
        .filter(it -> PublicationLine.of(it).isPresent())
        .flatMap(it -> Stream.of(it.split("[,|•·]", -1)))
        .map(String::strip)
        .filter(ArticleHeader::isNewspaperName)
        .findFirst();
  }

  /** Returns the number of paragraphs before the first sentence of the body. */
  private int headerLength() {
    List<Paragraph> paragraphs = layout.paragraphs();
    int length = 0;
    while (length < Math.min(MAX_HEADER_LENGTH, paragraphs.size())
        && (paragraphs.get(length).part() != Part.BODY
            || isHeaderLine(text.substring(paragraphs.get(length).span())))) {
      length++;
    }
    return length;
  }

  private static boolean isHeaderLine(String line) {
    return PublicationLine.of(line).isPresent()
        || (line.length() <= ArticleHeader.MAX_DATELINE_LENGTH
            && !SentenceHeuristics.isFinished(line));
  }
}
