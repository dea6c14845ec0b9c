package org.newsgraph.article.format;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.newsgraph.article.DatePatterns;
import org.newsgraph.article.Dates;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.layout.ArticleHeader;
import org.newsgraph.article.layout.Byline;

/**
 * Reads the metadata of an article from the visible text of a printed web page. The title of the
 * document is that of the browser's window: "Headline | Newspaper".
 */
final class PrintedPageMetadata {
  private static final Pattern SEPARATOR = Pattern.compile("\\s+[-–—|·:]\\s+|\\s+\\|\\s*");

  private static final Pattern DATE = Pattern.compile(DatePatterns.DATE, Pattern.CASE_INSENSITIVE);

  /** A date as written in most of Europe: "04.05.2015". */
  private static final Pattern DOTTED_DATE =
      Pattern.compile("(?<!\\d)(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d\\d)(?!\\d)");

  private static final Pattern DAY_OF_MONTH =
      Pattern.compile(
          "\\b" + DatePatterns.DAY_OF_MONTH + "\\b(?!,? \\d{4})", Pattern.CASE_INSENSITIVE);

  /** A byline in another language: "Par Anne Roux (avec Jean Moy)". */
  private static final Pattern FOREIGN_BYLINE =
      Pattern.compile("(?:^|.*[|•] )((?:Par|Von|Por|Di|Door|Av|Af) \\p{Lu}[^|•]{3,80})$");

  /** A date, with or without its year, and the rest of its line. */
  private static final Pattern FROM_DATE =
      Pattern.compile(
          "\\s*(?:" + DatePatterns.WEEKDAY + ")?" + DatePatterns.DAY_OF_MONTH + "\\b.*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DATE_LABEL =
      Pattern.compile(
          "(?i)\\W*(?:first |last |originally )?(?:published|posted|updated|filed)\\b.*");

  /** Number of lines above and below the headline that may give the date and the authors. */
  private static final int MAX_LINES_ABOVE = 6;

  private static final int MAX_LINES_BELOW = 25;

  private static final int MAX_DATE_LINE_LENGTH = 160;

  private PrintedPageMetadata() {}

  /**
   * Returns the metadata of a page.
   *
   * @param windowTitle title of the document
   * @param language language of the document
   * @param printed the lines of the printed pages, which include text that is not tagged
   */
  static Metadata of(
      Document page,
      Optional<String> windowTitle,
      Optional<String> language,
      List<String> printed) {
    MetadataBuilder metadata = new MetadataBuilder();
    List<String> window =
        windowTitle.map(it -> List.of(SEPARATOR.split(it.strip(), -1))).orElse(List.of());
    Optional<String> heading = heading(page, windowTitle.orElse(""));
    heading.ifPresent(metadata::title);
    window.stream().findFirst().ifPresent(metadata::title);
    Optional<String> title = metadata.build().title();
    window.stream()
        .skip(1)
        .filter(it -> !title.orElse("").contains(it))
        .filter(it -> it.codePoints().anyMatch(Character::isLetter))
        .reduce((first, last) -> last)
        .filter(ArticleHeader::isPublisherName)
        .ifPresent(metadata::publisher);
    List<String> lines = HtmlText.paragraphs(page.body());
    List<String> below = below(lines, title.orElse(""));
    below.stream()
        .map(PrintedPageMetadata::authors)
        .filter(it -> !it.isEmpty())
        .findFirst()
        .ifPresent(metadata::authors);
    dates(below).ifPresent(metadata::published);
    dates(below(printed, title.orElse(""))).ifPresent(metadata::published);
    dates(above(lines, title.orElse(""))).ifPresent(metadata::published);
    window.stream()
        .skip(1)
        .flatMap(it -> Dates.toIso(it).stream())
        .findFirst()
        .ifPresent(metadata::published);
    completed(below, lines).ifPresent(metadata::published);
    language.ifPresent(metadata::language);
    return metadata.build();
  }

  /** Returns the longest heading that the window's title repeats, otherwise the first one. */
  private static Optional<String> heading(Document page, String window) {
    List<String> headings =
        page.select("h1, h2, h3, h4, h5, h6").stream()
            .map(Element::text)
            .filter(it -> it.contains(" "))
            .toList();
    return headings.stream()
        .filter(it -> normalize(window).contains(normalize(it)))
        .max(Comparator.comparingInt(String::length))
        .or(
            () ->
                page.select("h1").stream()
                    .map(Element::text)
                    .filter(it -> !it.isBlank())
                    .findFirst());
  }

  private static List<String> below(List<String> lines, String title) {
    int at = indexOfTitle(lines, title);
    return lines.subList(at + 1, Math.min(lines.size(), at + 1 + MAX_LINES_BELOW));
  }

  private static List<String> above(List<String> lines, String title) {
    int at = Math.max(0, indexOfTitle(lines, title));
    return lines.subList(Math.max(0, at - MAX_LINES_ABOVE), at);
  }

  /**
   * Returns the date of a line without a year, "March 18 at 3:57 PM", if the page gives the year
   * with the same day elsewhere.
   */
  private static Optional<String> completed(List<String> below, List<String> all) {
    return below.stream()
        .filter(it -> it.length() <= MAX_DATE_LINE_LENGTH && !BrowserPrint.isSentence(it))
        .flatMap(it -> DAY_OF_MONTH.matcher(it).results().map(MatchResult::group))
        .flatMap(day -> all.stream().flatMap(it -> dateOn(day, it).stream()))
        .findFirst();
  }

  private static Optional<String> dateOn(String day, String line) {
    return DATE.matcher(line)
        .results()
        .map(MatchResult::group)
        .filter(it -> it.startsWith(day))
        .flatMap(it -> Dates.toIso(it).stream())
        .findFirst();
  }

  private static int indexOfTitle(List<String> lines, String title) {
    for (int i = 0; i < lines.size(); i++) {
      if (normalize(lines.get(i)).equals(normalize(title))) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> authors(String line) {
    List<String> authors = Byline.authors(line);
    Matcher foreign = FOREIGN_BYLINE.matcher(line);
    if (foreign.matches()) {
      return Byline.names(foreign.group(1));
    }
    return authors.isEmpty() ? Byline.authors(FROM_DATE.matcher(line).replaceFirst("")) : authors;
  }

  private static Optional<String> dates(List<String> lines) {
    return lines.stream()
        .filter(it -> it.length() <= MAX_DATE_LINE_LENGTH)
        .filter(it -> !BrowserPrint.isSentence(it) || DATE_LABEL.matcher(it).matches())
        .flatMap(it -> date(it).stream())
        .findFirst();
  }

  private static Optional<String> date(String line) {
    Matcher date = DATE.matcher(line);
    if (date.find()) {
      return Dates.toIso(date.group());
    }
    Matcher dotted = DOTTED_DATE.matcher(line);
    return dotted.find()
        ? Dates.toIso(dotted.group(3) + "/" + dotted.group(2) + "/" + dotted.group(1))
        : Optional.empty();
  }

  /** Tests whether a line is the headline. */
  static boolean isTitle(String line, Metadata metadata) {
    return metadata.title().filter(it -> normalize(it).equals(normalize(line))).isPresent();
  }

  /** Tests whether a line below the headline gives the authors or the date. */
  static boolean isHeaderLine(String line) {
    return !authors(line).isEmpty()
        || (line.length() <= MAX_DATE_LINE_LENGTH
            && !BrowserPrint.isSentence(line)
            && (DATE.matcher(line).find() || !line.strip().contains(" ")));
  }

  private static String normalize(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
  }
}
