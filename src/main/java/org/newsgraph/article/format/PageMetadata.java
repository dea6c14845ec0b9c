package org.newsgraph.article.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.newsgraph.article.Dates;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.Problems;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.Urls;

/**
 * Reads the metadata that a web page states about its article: first JSON-LD, then Open Graph and
 * other {@code meta} elements, then microdata and {@code time}, then visible text.
 */
final class PageMetadata {
  private static final int MAX_BYLINE_LENGTH = 100;
  private static final String BYLINE =
      "(?i)(?:^|[-_ ])(?:byline|author)(?:[-_ ]name|[-_ ]link)?(?:$| )";

  /** "Headline - The New York Times". */
  private static final Pattern SITE_IN_TITLE =
      Pattern.compile("(.{10,})\\s[-–—|]\\s([^-–—|]{3,40})");

  private final Document page;
  private final Optional<String> address;
  private final MetadataBuilder metadata = new MetadataBuilder();

  private PageMetadata(Document page, Optional<String> address) {
    this.page = page;
    this.address = address;
  }

  /**
   * Returns the metadata of a page.
   *
   * @param address web address that the page was fetched from, if known
   * @param place location in messages about dates that cannot be used
   */
  static Metadata of(
      Document page, Optional<String> address, SourceLocation place, Problems problems) {
    return new PageMetadata(page, address).read().build(place, problems);
  }

  /** Tests whether the page declares itself an article, rather than a list of articles. */
  static boolean isArticle(Document page) {
    return JsonLd.article(page).isPresent()
        || page.select("meta[property=og:type]").stream()
            .anyMatch(it -> it.attr("content").equalsIgnoreCase("article"))
        || !page.select(
                "[itemtype~=(?i)schema.org/\\w*article], meta[property=article:published_time]")
            .isEmpty();
  }

  private MetadataBuilder read() {
    JsonLd.article(page).ifPresent(article -> JsonLd.read(article, metadata));
    readTitle();
    readAuthors();
    readDates();
    readOthers();
    return metadata;
  }

  private void readTitle() {
    meta("og:title", "twitter:title", "dc.title", "title", "hdl").forEach(metadata::title);
    page.select("[itemprop=headline], h1").stream()
        .map(Element::text)
        .filter(it -> !it.isBlank())
        .forEach(metadata::title);
    metadata.title(page.title());
  }

  private void readAuthors() {
    metadata.authors(
        meta(
            "author",
            "article:author",
            "og:article:author",
            "dc.creator",
            "byl",
            "parsely-author"));
    metadata.authors(
        firstText("[itemprop=author] [itemprop=name], [itemprop=author], [rel=author]"));
    metadata.authors(firstText("[class~=" + BYLINE + "] a"));
    metadata.authors(firstText("[class~=" + BYLINE + "]"));
  }

  private List<String> firstText(String selector) {
    return page.select(selector).stream()
        .map(Element::text)
        .filter(it -> !it.isBlank() && it.length() <= MAX_BYLINE_LENGTH)
        .limit(1)
        .toList();
  }

  private void readDates() {
    meta(
            "article:published_time",
            "article:published",
            "og:article:published_time",
            "datepublished",
            "dc.date.issued",
            "dcterms.issued",
            "dc.date",
            "article:publicationdate",
            "publicationdate",
            "pubdate",
            "publish-date",
            "parsely-pub-date",
            "sailthru.date",
            "pdate",
            "date")
        .forEach(metadata::published);
    times("[itemprop=datePublished], time[pubdate]").forEach(metadata::published);
    page.select("[itemprop=datePublished], time[pubdate]")
        .forEach(it -> metadata.published(it.attr("datetime")).published(it.attr("content")));
    // The first time on the page outside other articles.
    times("article time, header time, time").limit(1).forEach(metadata::published);
    url().flatMap(Dates::fromUrl).ifPresent(metadata::published);
    meta("article:modified_time", "article:modified", "og:updated_time", "datemodified", "lastmod")
        .forEach(metadata::modified);
    times("[itemprop=dateModified]").forEach(metadata::modified);
  }

  private Stream<String> times(String selector) {
    return page.select(selector).stream()
        .flatMap(it -> Stream.of(it.attr("datetime"), it.attr("content"), it.text()))
        .filter(it -> Dates.toIso(it).isPresent());
  }

  private void readOthers() {
    meta(
            "og:site_name",
            "dc.publisher",
            "article:publisher",
            "publisher",
            "application-name",
            "copyright")
        .stream()
        .filter(it -> !it.contains("://"))
        .forEach(metadata::publisher);
    url().ifPresent(metadata::url);
    siteInTitle().ifPresent(metadata::publisher);
    url().flatMap(Urls::host).ifPresent(metadata::publisher);
    Element html = page.selectFirst("html");
    metadata.language(html == null ? null : html.attr("lang"));
    metadata.language(html == null ? null : html.attr("xml:lang"));
    meta("content-language", "dc.language", "language", "og:locale", "inlanguage")
        .forEach(metadata::language);
    meta("article:section", "og:article:section", "section", "articlesection")
        .forEach(metadata::section);
    meta("copyright", "dc.rights", "dcterms.rights").forEach(metadata::rights);
  }

  /** Returns the name of the site that the page title appends to the headline. */
  private Optional<String> siteInTitle() {
    Matcher title = SITE_IN_TITLE.matcher(page.title());
    return title.matches()
            && metadata.build().title().filter(it -> title.group(1).startsWith(it)).isPresent()
        ? Optional.of(title.group(2))
        : Optional.empty();
  }

  /**
   * Returns the canonical address that the page states, otherwise the address that it was fetched
   * from.
   */
  private Optional<String> url() {
    return Stream.concat(
            Stream.concat(
                page.select("link[rel=canonical]").stream().map(it -> it.attr("href")),
                meta("og:url").stream()),
            address.stream())
        .filter(it -> Urls.absolute(it).isPresent())
        .findFirst();
  }

  /**
   * Returns the values of the {@code meta} elements with these names, in the order of the names.
   */
  private List<String> meta(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                page.select("meta[content]").stream()
                    .filter(
                        it ->
                            it.attr("property").equalsIgnoreCase(name)
                                || it.attr("name").equalsIgnoreCase(name)
                                || it.attr("itemprop").equalsIgnoreCase(name)
                                || it.attr("http-equiv").equalsIgnoreCase(name))
                    .map(it -> it.attr("content")))
        .filter(it -> !it.isBlank())
        .toList();
  }
}
