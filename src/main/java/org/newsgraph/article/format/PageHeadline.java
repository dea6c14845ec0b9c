package org.newsgraph.article.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * Chooses the headline of a web page among those that the page states: for social networks, for
 * search engines, on the page and in the window title. Removes the name of the site from its end.
 */
final class PageHeadline {
  /** Minimum length of a headline without the name of the site, in UTF-16 code units. */
  private static final int MIN_LENGTH = 8;

  private static final int MAX_SITE_LENGTH = 60;
  private static final Pattern SEPARATOR = Pattern.compile("\\s+[-–—|*•·»›:/]+\\s+|\\s*[|｜：]\\s*");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Document page;
  private final List<String> social;
  private final List<String> described;
  private final List<String> headings;
  private final List<String> stated;
  private final List<String> siteNames;

  private PageHeadline(
      Document page, List<String> social, List<String> described, List<String> siteNames) {
    this.page = page;
    this.social = clean(social);
    this.described = clean(described);
    this.headings = clean(page.select("[itemprop=headline], h1").eachText());
    this.stated =
        Stream.of(this.social, this.described, headings, clean(List.of(page.title())))
            .flatMap(List::stream)
            .toList();
    this.siteNames =
        siteNames.stream().map(PageHeadline::normalize).filter(it -> !it.isEmpty()).toList();
  }

  /**
   * Returns the headline of a page.
   *
   * @param page the page
   * @param social headlines for social networks
   * @param described headlines in the page's description for search engines
   * @param siteNames names of the site and its publisher, and the host of its address
   */
  static Optional<String> of(
      Document page, List<String> social, List<String> described, List<String> siteNames) {
    PageHeadline headline = new PageHeadline(page, social, described, siteNames);
    return headline
        .printed()
        .or(
            () ->
                headline.stated.stream()
                    .filter(it -> !headline.siteNames.contains(normalize(it)))
                    .findFirst())
        .map(headline::withoutSite);
  }

  /**
   * Returns the headline in the description for search engines if the page has another one only for
   * social networks. That is the case if several networks get the same headline, the heading
   * differs from it, and the heading or the window title confirms the description.
   */
  private Optional<String> printed() {
    boolean isForNetworks =
        social.size() > 1
            && isEqual(social.get(0), social.get(1))
            && headings.stream().noneMatch(it -> isEqual(it, social.get(0)));
    return described.stream()
        .filter(it -> isForNetworks)
        .filter(
            it ->
                isEqual(page.title(), it)
                    || headings.stream().anyMatch(heading -> isEqual(heading, it)))
        .findFirst();
  }

  private boolean isEqual(String left, String right) {
    return normalize(withoutSite(left)).equals(normalize(withoutSite(right)));
  }

  private static List<String> clean(List<String> titles) {
    return titles.stream()
        .map(it -> it.replaceAll("[\\s\\p{Z}]+", " ").strip())
        .filter(it -> !it.isEmpty())
        .toList();
  }

  /** Removes the end that is the name of the site, or that no other headline of the page has. */
  private String withoutSite(String headline) {
    return SEPARATOR
        .matcher(headline)
        .results()
        .filter(it -> it.start() >= MIN_LENGTH && headline.length() - it.end() <= MAX_SITE_LENGTH)
        .filter(it -> isSite(headline.substring(it.end())) || isStated(headline, it.start()))
        .findFirst()
        .map(it -> headline.substring(0, it.start()))
        .orElse(headline);
  }

  /** Tests whether the end of a title is the name of the site, or of a part of it. */
  private boolean isSite(String end) {
    String name = normalize(end);
    return siteNames.contains(name.replace(" ", ""))
        || siteNames.stream().anyMatch(site -> (name + " ").startsWith(site + " "));
  }

  private boolean isStated(String headline, int length) {
    String start = normalize(headline.substring(0, length));
    return stated.stream().anyMatch(it -> normalize(it).equals(start));
  }

  private static String normalize(String text) {
    return NO_WORD.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
