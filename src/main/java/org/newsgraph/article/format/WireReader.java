package org.newsgraph.article.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.NoTextException;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.io.IoErrors;

/**
 * Reads the XML formats of news agencies: NITF, and NewsML-G2 items, either alone or in a message.
 * Items without text (pictures, packages of links) are reported and skipped.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
record WireReader(int maxLength) implements ArticleReader {
  /** Names of the root elements of these formats. */
  static final Set<String> ROOTS =
      Set.of("nitf", "newsItem", "newsMessage", "packageItem", "contentSet");

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    return Stream.of(source).flatMap(it -> articles(it, problems));
  }

  private Stream<Article> articles(Source source, Problems problems) {
    SourceLocation place = source.location();
    Element root;
    try (InputStream in = source.open()) {
      root = Xml.tree(Xml.decode(ArticleStreams.readBytes(in, Xml.MAX_BYTES)));
    } catch (UnreadableArticleException e) {
      problems.error(place, e.getMessage());
      return Stream.empty();
    } catch (IOException e) {
      problems.error(place, IoErrors.describeRead(e));
      return Stream.empty();
    }
    if (root.normalName().equals("nitf")) {
      return ArticleStreams.readOne(place, problems, () -> nitf(root, place, problems)).stream();
    }
    List<Element> items = root.getElementsByTag("newsItem");
    if (items.isEmpty() && !root.normalName().equals("contentset")) {
      problems.skipped(place, "it contains no news item");
      return Stream.empty();
    }
    return (items.isEmpty() ? List.of(wrapInItem(root)) : items)
        .stream()
            .flatMap(
                it ->
                    ArticleStreams.readOne(place, problems, () -> item(it, place, problems))
                        .stream());
  }

  /** Wraps a content set without an item, which occurs in examples, in an item. */
  private static Element wrapInItem(Element contentSet) {
    return new Element("newsItem").appendChild(contentSet);
  }

  private Article item(Element item, SourceLocation place, Problems problems)
      throws UnreadableArticleException {
    String guid = item.attr("guid");
    SourceLocation itemPlace = guid.isBlank() ? place : new SourceLocation(place + ": " + guid, 0);
    try {
      return new NewsMl(item).article(itemPlace, maxLength, problems);
    } catch (NoTextException e) {
      throw new NoTextException((guid.isBlank() ? "" : guid + ": ") + e.getMessage());
    }
  }

  private Article nitf(Element root, SourceLocation place, Problems problems)
      throws UnreadableArticleException {
    Nitf nitf = new Nitf(root);
    MetadataBuilder metadata = new MetadataBuilder();
    nitf.read(metadata);
    Optional<String> title = metadata.build().title();
    if (nitf.text().isBlank()) {
      throw NoTextException.headlineOnly(title.orElse(""));
    }
    return ArticleStreams.createArticle(
        nitf.id(), nitf.text(), metadata.build(place, problems), place, maxLength);
  }
}
