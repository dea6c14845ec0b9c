package org.newsgraph.article.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
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
  /** "Headline - The New York Times". */
  private static final Pattern SITE_IN_TITLE =
      Pattern.compile("(.{10,})\\s[-–—|]\\s([^-–—|]{3,40})");

  private static final ElementNames CHANGES = ElementNames.of("change-words.txt");

  private final Document page;
  private final Optional<String> address;
  private final Optional<JsonNode> article;
  private final MetadataBuilder metadata = new MetadataBuilder();

  private PageMetadata(Document page, Optional<String> address) {
    this.page = page;
    this.address = address;
    this.article = JsonLd.article(page);
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

  /** Returns the metadata of a page, without reporting dates that cannot be used. */
  static Metadata of(Document page, Optional<String> address) {
    return new PageMetadata(page, address).read().build();
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

  /** Returns the summaries of the article that the page states for search engines and others. */
  static List<String> descriptions(Document page) {
    PageMetadata metadata = new PageMetadata(page, Optional.empty());
    List<String> found =
        new ArrayList<>(
            metadata.meta(
                "description", "og:description", "twitter:description", "dc.description"));
    metadata.article.ifPresent(it -> found.addAll(JsonLd.descriptions(it)));
    return found;
  }

  /** Returns the complete texts of the article in the page's description for search engines. */
  static List<String> bodies(Document page) {
    return JsonLd.article(page).map(JsonLd::bodies).orElse(List.of());
  }

  /** Tests whether the page states that only subscribers can read its article. */
  static boolean isForSubscribers(Document page) {
    return JsonLd.article(page).filter(JsonLd::isForSubscribers).isPresent();
  }

  private MetadataBuilder read() {
    article.ifPresent(it -> JsonLd.read(it, metadata));
    readTitle();
    readAuthors();
    readDates();
    PageHeader.complete(metadata, page);
    readOthers();
    return metadata;
  }

  private void readTitle() {
    List<String> described = new ArrayList<>(article.map(JsonLd::titles).orElse(List.of()));
    described.addAll(meta("dc.title", "title", "hdl"));
    PageHeadline.of(page, meta("og:title", "twitter:title"), described, siteNames())
        .ifPresent(metadata::title);
  }

  /** Returns the names of the site, and the host of its address with and without its ending. */
  private List<String> siteNames() {
    List<String> names = new ArrayList<>(meta("og:site_name", "application-name", "publisher"));
    article.ifPresent(it -> names.addAll(JsonLd.publishers(it)));
    url()
        .flatMap(Urls::host)
        .ifPresent(
            host -> {
              names.add(host);
              names.add(host.replaceAll("(?:\\.(?:com?|org|net|gov|ac))?\\.\\w+$", ""));
            });
    return names;
  }

  private void readAuthors() {
    List<String> described = article.map(JsonLd::authors).orElse(List.of());
    List<String> inMeta =
        meta(
            "author",
            "article:author",
            "og:article:author",
            "dc.creator",
            "byl",
            "parsely-author",
            "sailthru.author",
            "cxenseparse:author");
    metadata.authors(PageAuthors.of(page, List.of(described, inMeta), siteNames()));
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
            "date",
            "dcterms.date",
            "datecreated",
            "dcterms.created",
            "dc.date.created",
            "article:created_time",
            "created")
        .forEach(metadata::published);
    times("[itemprop=datePublished], time[pubdate]").forEach(metadata::published);
    page.select("[itemprop=datePublished], time[pubdate]")
        .forEach(it -> metadata.published(it.attr("datetime")).published(it.attr("content")));
    // The first time on the page outside other articles.
    Elements times = page.select("article time, header time, time");
    times(new Elements(times.stream().filter(it -> !CHANGES.matches(it)).toList()))
        .limit(1)
        .forEach(metadata::published);
    times(times).limit(1).forEach(metadata::published);
    url().flatMap(Dates::fromUrl).ifPresent(metadata::published);
    Metadata found = metadata.build();
    if (found.published().isEmpty()) {
      VisibleDate.of(page, found.title().orElse("")).ifPresent(metadata::published);
    }
    meta("article:modified_time", "article:modified", "og:updated_time", "datemodified", "lastmod")
        .forEach(metadata::modified);
    times("[itemprop=dateModified]").forEach(metadata::modified);
  }

  private Stream<String> times(String selector) {
    return times(page.select(selector));
  }

  private static Stream<String> times(Elements elements) {
    return elements.stream()
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
   * or saved from.
   */
  private Optional<String> url() {
    return Stream.concat(
            Stream.concat(
                page.select("link[rel=canonical]").stream().map(it -> it.attr("href")),
                meta("og:url").stream()),
            Stream.concat(address.stream(), SavedPage.address(page).stream()))
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
        .map(JsonLd::unescape)
        .toList();
  }
}
