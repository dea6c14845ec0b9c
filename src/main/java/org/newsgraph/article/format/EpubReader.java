package org.newsgraph.article.format;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;

/**
 * Reads an electronic publication (EPUB), such as the issue of a magazine: each chapter in reading
 * order is an article. Chapters of a few words, such as covers and tables of contents, are skipped.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
record EpubReader(int maxLength) implements ArticleReader {
  /** Minimum length of a chapter, in UTF-16 code units. */
  private static final int MIN_LENGTH = 300;

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    return Stream.of(source).flatMap(it -> articles(it, problems));
  }

  private Stream<Article> articles(Source source, Problems problems) {
    try {
      Map<String, String> parts =
          ZipParts.read(source, name -> name.matches("(?i).*\\.(?:opf|x?html?|xml)"));
      String packageName =
          parts.keySet().stream()
              .filter(it -> it.endsWith(".opf"))
              .findFirst()
              .orElseThrow(() -> new UnreadableArticleException("this EPUB file has no contents"));
      Element content = Xml.tree(parts.get(packageName));
      String folder = packageName.substring(0, packageName.lastIndexOf('/') + 1);
      Map<String, String> files = new HashMap<>();
      content
          .select("manifest > item")
          .forEach(it -> files.put(it.attr("id"), partName(folder, it.attr("href"))));
      List<String> chapters =
          content.select("spine > itemref").stream()
              .filter(it -> !it.attr("linear").equals("no"))
              .map(it -> files.getOrDefault(it.attr("idref"), ""))
              .distinct()
              .toList();
      if (chapters.isEmpty()) {
        throw new UnreadableArticleException("this EPUB file has no chapters");
      }
      return chapters.stream()
          .flatMap(name -> chapter(parts.get(name), content, place(source, name), problems));
    } catch (UnreadableArticleException e) {
      problems.error(source.location(), e.getMessage());
    } catch (IOException e) {
      problems.error(source.location(), "this EPUB file is damaged (" + e.getMessage() + ")");
    }
    return Stream.empty();
  }

  /** Returns the name of the part to which a relative address in a folder refers. */
  private static String partName(String folder, String address) {
    try {
      URI base = new URI(null, null, "/" + folder, null);
      return Optional.ofNullable(base.resolve(address).getPath())
          .filter(it -> it.startsWith("/"))
          .map(it -> it.substring(1))
          .orElse("");
    } catch (IllegalArgumentException | URISyntaxException e) {
      return folder + address;
    }
  }

  private static SourceLocation place(Source source, String name) {
    return new SourceLocation(source.name() + "!" + name, 0);
  }

  private Stream<Article> chapter(
      String html, Element content, SourceLocation place, Problems problems) {
    if (html == null) {
      problems.error(place, "this chapter is missing in the EPUB file");
      return Stream.empty();
    }
    Document page = Jsoup.parse(html);
    page.select("nav, figure, figcaption, img, script, style").remove();
    Optional<Element> heading = Optional.ofNullable(page.body().selectFirst("h1, h2, h3"));
    Optional<String> title = heading.map(Element::text).filter(it -> !it.isBlank());
    heading.ifPresent(Element::remove);
    String text = HtmlText.of(page.body());
    if (text.length() < MIN_LENGTH) {
      problems.skipped(
          place, "a chapter of a few words" + title.map(it -> " (" + it + ")").orElse(""));
      return Stream.empty();
    }
    MetadataBuilder metadata = new MetadataBuilder();
    metadata.title(title.orElse(null)).title(page.title());
    metadata.authors(content.select("metadata > creator").eachText());
    metadata.publisher(content.select("metadata > publisher").text());
    metadata.publisher(content.select("metadata > title").text());
    metadata.published(
        content.select("metadata > date").stream().map(Element::text).findFirst().orElse(null));
    metadata.language(content.select("metadata > language").text());
    metadata.rights(content.select("metadata > rights").text());
    Metadata stated = metadata.build(place, problems);
    return ArticleStreams.readOne(
        place,
        problems,
        () -> ArticleStreams.createArticle(Optional.empty(), text, stated, place, maxLength))
        .stream();
  }
}
