package org.newsgraph.article.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.WordLists;
import org.newsgraph.article.layout.Byline;

/**
 * Chooses the authors of a web page among those that it states. Metadata often name the site
 * instead of the author; a byline on the page is then more precise.
 */
final class PageAuthors {
  private static final int MAX_BYLINE_LENGTH = 100;
  private static final int MIN_SITE_LENGTH = 3;
  private static final String BYLINE =
      "(?i)(?:^|[-_ ])(?:byline|author|autor|auteur|autore|verfasser|writer)s?"
          + "(?:[-_ ]*(?:name|link))?(?:$| )";

  /** Selectors of bylines, the most reliable first. */
  private static final List<String> BYLINES =
      List.of(
          "[itemprop=author] [itemprop=name], [itemprop=author], [rel=author]",
          "[class~=" + BYLINE + "] a",
          "[class~=" + BYLINE + "]");

  /** Names of accounts that a content management system writes for lack of an author. */
  private static final Set<String> PLACEHOLDERS =
      WordLists.entries(PageAuthors.class, "placeholder-authors.txt");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private PageAuthors() {}

  /**
   * Returns the names of the authors.
   *
   * @param page the page
   * @param stated authors in the page's metadata, one list for each kind of metadata, the most
   *     reliable first
   * @param siteNames names of the site and its publisher, and the host of its address
   */
  static List<String> of(Document page, List<List<String>> stated, List<String> siteNames) {
    Set<String> sites =
        siteNames.stream()
            .map(PageAuthors::normalize)
            .filter(it -> it.length() >= MIN_SITE_LENGTH)
            .collect(Collectors.toSet());
    List<List<String>> inMetadata = stated.stream().map(PageAuthors::names).toList();
    Stream<List<String>> inBylines =
        BYLINES.stream()
            .map(it -> names(firstTexts(page, it)).stream().filter(Byline::isName).toList());
    return Stream.concat(inMetadata.stream(), inBylines)
        .map(names -> names.stream().filter(it -> !isSite(it, sites)).toList())
        .filter(it -> !it.isEmpty())
        .findFirst()
        .or(() -> inMetadata.stream().filter(it -> !it.isEmpty()).findFirst())
        .orElse(List.of());
  }

  /** Tests whether a name is that of the site, or of one of its departments. */
  private static boolean isSite(String name, Set<String> sites) {
    return sites.contains(normalize(name))
        || NO_WORD.splitAsStream(name).map(PageAuthors::normalize).anyMatch(sites::contains);
  }

  private static List<String> firstTexts(Document page, String selector) {
    List<Element> bylines =
        page.select(selector).stream()
            .filter(it -> it.hasText() && it.text().length() <= MAX_BYLINE_LENGTH)
            .toList();
    return bylines.stream().filter(it -> isBeside(it, bylines.get(0))).map(Element::text).toList();
  }

  /** Tests whether two elements are in the same list of authors, or are the same. */
  private static boolean isBeside(Element left, Element right) {
    return left.equals(right)
        || (left.normalName().equals(right.normalName())
            && left.className().equals(right.className())
            && (isSame(left.parent(), right.parent())
                || (isSame(grandparent(left), grandparent(right))
                    && left.parent().childrenSize() == 1)));
  }

  private static Element grandparent(Element element) {
    return element.parent() == null ? null : element.parent().parent();
  }

  private static boolean isSame(Element left, Element right) {
    return left != null && left.equals(right);
  }

  /** Returns the names in author fields, each name once. */
  private static List<String> names(List<String> fields) {
    Set<String> seen = new HashSet<>();
    List<String> names = new ArrayList<>(new MetadataBuilder().authors(fields).build().authors());
    names.removeIf(name -> PLACEHOLDERS.contains(name.toLowerCase(Locale.ROOT)));
    names.removeIf(name -> !seen.add(normalize(name)));
    return names;
  }

  private static String normalize(String name) {
    return NO_WORD.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
