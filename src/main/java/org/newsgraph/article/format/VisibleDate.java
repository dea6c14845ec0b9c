package org.newsgraph.article.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.newsgraph.article.DatePatterns;
import org.newsgraph.article.Dates;

/**
 * Finds the date of publication that a page shows its readers: in an element beside the headline
 * whose name says that it holds a date, otherwise at the end of the window title.
 */
final class VisibleDate {
  private static final int MAX_LENGTH = 100;

  /** Number of elements after the headline, and before it, among which the date is searched. */
  private static final int MAX_ELEMENTS_BELOW = 60;

  private static final int MAX_ELEMENTS_ABOVE = 20;

  private static final ElementNames NAMES = ElementNames.of("date-words.txt");

  private static final String NUMBERS = "\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?(?:\\d{4}|\\d\\d)\\b";
  private static final String DAY_MONTH_YEAR =
      "\\d{1,2}(?:st|nd|rd|th|\\.|º)?(?:\\sde)?\\s\\p{L}{3,15}\\.?(?:\\sde)?,?\\s\\d{4}\\b";
  private static final String MONTH_DAY_YEAR =
      "\\p{L}{3,15}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}\\b";

  /** A day within a line: "Updated: 7 May 2024, 10:30". */
  private static final Pattern DAY =
      Pattern.compile(
          "\\b(?:%s|%s|%s|%s)"
              .formatted(DatePatterns.ISO_DAY, NUMBERS, DAY_MONTH_YEAR, MONTH_DAY_YEAR));

  /** A line that starts with a day and a time: "Di, 07.05.24 | 10:30 Uhr". */
  private static final Pattern TIME_LINE =
      Pattern.compile(
          "(?:\\p{L}{2,12}[.:,]*\\s+){0,2}%s\\P{L}{1,5}(?:\\p{L}{1,4}\\s)?\\d{1,2}[:.h]\\d\\d\\b"
              .formatted(DAY));

  private static final Pattern DOTTED =
      Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4}|\\d\\d)");

  /** Digits before a year of two digits. */
  private static final String CENTURY = "20";

  private static final Pattern SEPARATOR = Pattern.compile("\\s+[-–—|*•·]+\\s+|,\\s+|\\s*\\|\\s*");

  private VisibleDate() {}

  /**
   * Returns the date in ISO 8601, or empty if the page shows none.
   *
   * @param title headline of the article, or an empty string
   */
  static Optional<String> of(Document page, String title) {
    return headline(page, title).flatMap(it -> beside(page, it)).or(() -> inTitle(page.title()));
  }

  /** Returns the heading that contains the headline, otherwise the first one. */
  private static Optional<Element> headline(Document page, String title) {
    return page.body().select("h1, h2, h3, h4").stream()
        .filter(it -> !title.isEmpty() && it.text().contains(title))
        .findFirst()
        .or(() -> Optional.ofNullable(page.body().selectFirst("h1, [itemprop=headline]")));
  }

  private static Optional<String> beside(Document page, Element headline) {
    List<Element> elements = page.body().getAllElements();
    List<Element> around = headline.parents();
    int at = elements.indexOf(headline);
    int end = Math.min(elements.size(), at + MAX_ELEMENTS_BELOW);
    Stream<Element> below = elements.subList(at + 1, end).stream();
    Stream<Element> above =
        IntStream.rangeClosed(1, Math.min(at, MAX_ELEMENTS_ABOVE))
            .mapToObj(i -> elements.get(at - i));
    return Stream.concat(below, above)
        .filter(it -> !around.contains(it))
        .filter(it -> NAMES.matches(it) || TIME_LINE.matcher(it.ownText()).lookingAt())
        .map(Element::text)
        .filter(it -> it.length() <= MAX_LENGTH)
        .flatMap(it -> date(it).stream())
        .findFirst();
  }

  private static Optional<String> date(String line) {
    return Dates.toIso(line)
        .or(
            () ->
                DAY.matcher(line)
                    .results()
                    .map(MatchResult::group)
                    .flatMap(it -> Dates.toIso(yearFirst(it)).stream())
                    .findFirst());
  }

  /** Returns a date with dots, in which the day comes first, in an order without ambiguity. */
  private static String yearFirst(String date) {
    Matcher dotted = DOTTED.matcher(date);
    return dotted.matches()
        ? (dotted.group(3).length() == 2 ? CENTURY : "")
            + "%s/%s/%s".formatted(dotted.group(3), dotted.group(2), dotted.group(1))
        : date;
  }

  private static Optional<String> inTitle(String title) {
    List<String> parts = List.of(SEPARATOR.split(title.strip()));
    return parts.size() > 1
        ? Dates.toIso(yearFirst(parts.get(parts.size() - 1)))
        : Optional.empty();
  }
}
