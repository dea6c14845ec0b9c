package org.newsgraph.article.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.article.DatePatterns;
import org.newsgraph.article.Dates;
import org.newsgraph.article.Urls;
import org.newsgraph.article.layout.ArticleHeader;

/**
 * The heads and feet of pages: the newspaper's name, the date, the page number, the address of a
 * printed web page. They are not part of the article's text.
 *
 * @param pages rows of each page without heads and feet
 * @param texts texts of the heads and feet, in reading order
 */
record RunningHeads(List<List<PageRow>> pages, List<String> texts) {
  /** Number of rows at the top and at the bottom of a page that may be its head or foot. */
  private static final int EDGE = 3;

  /** Maximum difference between the positions of a head on two pages, in points. */
  private static final double SAME_POSITION = 3;

  private static final int MAX_LENGTH = 150;

  /** Maximum size of a newspaper's name with a date, in multiples of the size of the body. */
  private static final double MAX_HEAD_SIZE = 1.5;

  private static final String TIME = "(?:,? \\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[AaPp]\\.?[Mm]\\.?)?)?";

  private static final String NUMERIC_DATE = "\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}";

  private static final Pattern DATE =
      Pattern.compile(
          (DatePatterns.WEEKDAY + "?")
              + ("(?<day>(?<complete>"
                  + DatePatterns.DATE
                  + ")|(?<numeric>"
                  + NUMERIC_DATE
                  + "))\\b")
              + TIME,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}])(?:[-–—|•] ?)?(?:(?:page|pg\\.?|p\\.) ?)?[A-D]?\\d{1,3}"
              + "(?: ?(?:/|of) ?\\d{1,3})?(?: ?[-–—|•])?(?![\\p{L}\\p{N}])");

  /** The time at which a browser printed a page. */
  private static final Pattern PRINTED =
      Pattern.compile(NUMERIC_DATE + ",? \\d{1,2}:\\d{2}(?: ?[AaPp][Mm])?");

  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(?:https?://|www\\.)\\S+|file:///\\S+");

  private static final Pattern SEPARATORS = Pattern.compile("^[\\s|•·,;–—-]+|[\\s|•·,;–—-]+$");

  /** Separator between a newspaper's name and other parts of a head. */
  private static final Pattern NAME_SEPARATOR = Pattern.compile("\\s*[|•·]\\s*|\\s[–—-]\\s");

  /** Separates the heads and feet from the rest of the pages. */
  static RunningHeads of(List<List<PageRow>> pages, double bodySize) {
    Map<String, List<Position>> positions = positions(pages);
    String headings = headings(pages, bodySize);
    List<List<PageRow>> rest = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int page = 0; page < pages.size(); page++) {
      List<PageRow> rows = pages.get(page);
      Set<Integer> heads = new HashSet<>();
      for (int step : new int[] {1, -1}) {
        boolean atEdge = true;
        for (int n = 0; n < Math.min(EDGE, rows.size()); n++) {
          int at = step > 0 ? n : rows.size() - 1 - n;
          PageRow row = rows.get(at);
          // Below a masthead only a date is certain: a number may be part of the article.
          atEdge &=
              isRepeated(row, page, positions)
                  || isHead(row, bodySize)
                  || isTitle(row, headings, bodySize);
          if (atEdge || (step > 0 && isDateLine(row))) {
            heads.add(at);
          }
        }
      }
      List<PageRow> body = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        if (heads.contains(i)) {
          texts.addAll(rows.get(i).segments());
        } else {
          body.add(rows.get(i));
        }
      }
      rest.add(body);
    }
    return new RunningHeads(rest, texts);
  }

  /** Returns the headings of all pages, joined. */
  private static String headings(List<List<PageRow>> pages, double bodySize) {
    return pages.stream()
        .flatMap(List::stream)
        .filter(row -> row.size() > bodySize && !TypeSizes.areSame(row.size(), bodySize))
        .map(PageRow::text)
        .collect(Collectors.joining(" "));
  }

  /** Tests whether a row repeats the title of the article in type smaller than that of the body. */
  private static boolean isTitle(PageRow row, String headings, double bodySize) {
    return row.size() < bodySize
        && !TypeSizes.areSame(row.size(), bodySize)
        && row.text().contains(" ")
        && headings.contains(row.text());
  }

  private record Position(int page, double baseline) {}

  private static Map<String, List<Position>> positions(List<List<PageRow>> pages) {
    Map<String, List<Position>> positions = new HashMap<>();
    for (int page = 0; page < pages.size(); page++) {
      List<PageRow> rows = pages.get(page);
      for (int i = 0; i < rows.size(); i++) {
        if (i < EDGE || i >= rows.size() - EDGE) {
          for (String segment : rows.get(i).segments()) {
            positions
                .computeIfAbsent(key(segment), any -> new ArrayList<>())
                .add(new Position(page, rows.get(i).baseline()));
          }
        }
      }
    }
    return positions;
  }

  /** Tests whether a row stands in the same place of another page. The numbers in it may differ. */
  private static boolean isRepeated(PageRow row, int page, Map<String, List<Position>> positions) {
    return row.segments().stream()
        .allMatch(
            segment ->
                isFurniture(segment)
                    || positions.getOrDefault(key(segment), List.of()).stream()
                        .anyMatch(
                            it ->
                                it.page != page
                                    && Math.abs(it.baseline - row.baseline()) <= SAME_POSITION));
  }

  private static String key(String segment) {
    return segment.replaceAll("\\p{N}+", "0");
  }

  /**
   * Tests whether a row is a head or foot by its own text: a date, a page number or an address, and
   * beside it at most a name, or any text in type smaller than that of the body. A browser prints
   * the title of a page beside the time.
   */
  private static boolean isHead(PageRow row, double bodySize) {
    if (row.text().length() > MAX_LENGTH || row.size() > bodySize * 1.1) {
      return row.size() < bodySize * MAX_HEAD_SIZE
          && DATE.matcher(row.text()).find()
          && ArticleHeader.isNewspaperName(rest(row.text()));
    }
    List<String> segments = row.segments();
    List<String> others = segments.stream().filter(it -> !isFurniture(it)).toList();
    if (others.isEmpty()) {
      return true;
    }
    boolean isPrintedPage = segments.stream().anyMatch(it -> PRINTED.matcher(it).matches());
    boolean isSmall = row.size() < bodySize && !TypeSizes.areSame(row.size(), bodySize);
    if (isPrintedPage || (others.size() < segments.size() && isSmall)) {
      return true;
    }
    return others.stream()
            .allMatch(it -> !rest(it).equals(it) && ArticleHeader.isPublisherName(rest(it)))
        || (others.size() < segments.size()
            && others.stream().allMatch(ArticleHeader::isPublisherName));
  }

  private static boolean isDateLine(PageRow row) {
    return DATE.matcher(row.text()).find()
        && row.segments().stream().allMatch(it -> isFurniture(it));
  }

  /** Tests whether a text consists of dates, page numbers and addresses. */
  private static boolean isFurniture(String segment) {
    return rest(segment).isEmpty();
  }

  /** Returns a text without dates, page numbers and addresses. */
  private static String rest(String segment) {
    String rest = segment;
    for (Pattern furniture : List.of(ADDRESS, DATE, PAGE_NUMBER)) {
      rest = furniture.matcher(rest).replaceAll(" ");
    }
    return SEPARATORS.matcher(rest).replaceAll("");
  }

  /** Returns the newspaper's name, if a head gives it. */
  Optional<String> publisher() {
    List<String> names =
        texts.stream()
            .flatMap(text -> Stream.of(text, rest(text)))
            .flatMap(text -> NAME_SEPARATOR.splitAsStream(text))
            .map(RunningHeads::rest)
            .filter(ArticleHeader::isPublisherName)
            .toList();
    return names.stream()
        .filter(ArticleHeader::isNewspaperName)
        .findFirst()
        .or(() -> names.stream().findFirst());
  }

  /** Returns the first date in the heads, as ISO 8601. */
  Optional<String> published() {
    return texts.stream().flatMap(text -> date(text).stream()).findFirst();
  }

  /** Returns the first web address in the heads. */
  Optional<String> url() {
    return texts.stream()
        .flatMap(text -> ADDRESS.matcher(text).results().map(MatchResult::group))
        .flatMap(text -> Urls.absolute(text).stream())
        .findFirst();
  }

  /** Returns the first complete date in a text, as ISO 8601. */
  static Optional<String> date(String text) {
    Matcher date = DATE.matcher(text);
    while (date.find()) {
      // A time of day beside a date in numbers is that at which a browser printed the page.
      boolean isTimed = date.group("numeric") != null && date.end("numeric") < date.end();
      Optional<String> iso = Dates.toIso(date.group(isTimed ? "complete" : "day"));
      if (iso.isPresent()) {
        return iso;
      }
    }
    return Optional.empty();
  }
}
