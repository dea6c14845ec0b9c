package org.newsgraph.article.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.NoTextException;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.decode.TextDecoder;
import org.newsgraph.article.decode.TextDecoder.Decoded;
import org.newsgraph.article.layout.HeaderLines;
import org.newsgraph.article.press.EuropressePage;
import org.newsgraph.article.press.PressArticle;
import org.newsgraph.io.IoErrors;

/**
 * Reads a web page as one article, a live blog as one article per post, and a letters page as one
 * article per letter: the main text without menus and other parts of the site, and the metadata
 * that the page states.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
record HtmlReader(int maxLength) implements ArticleReader {
  /** Maximum size of a page, in bytes. */
  static final int MAX_BYTES = 16 << 20;

  private static final int DECLARATION_BYTES = 4096;

  /** Words of the lines between the documents of an export. */
  private static final List<String> EXPORT_CLUES =
      List.of(
          "End of Document",
          " DOCUMENTS",
          "Document ",
          "Dokument ",
          "ProQuest document",
          "Numéro de document",
          "Publicerat ",
          "Publisert ");

  /**
   * Length, in UTF-16 code units, below which the text on a page for subscribers is no more than a
   * standfirst.
   */
  private static final int MIN_TEASER_LENGTH = 250;

  /** Length, in code points, below which the text on a page for subscribers is a beginning. */
  private static final int MAX_TEASER_LENGTH = 1000;

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    return Stream.of(source).flatMap(it -> articles(it, problems));
  }

  /** Returns the article of the page, or several if the page is the export of a press archive. */
  private Stream<Article> articles(Source source, Problems problems) {
    try (InputStream in = source.open()) {
      byte[] bytes = ArticleStreams.readBytes(in, MAX_BYTES);
      Decoded decoded = decode(bytes, Optional.empty());
      decoded.warning().ifPresent(it -> problems.warning(source.location(), it));
      if (EuropressePage.mayMatch(decoded.text())) {
        List<Element> documents = EuropressePage.documents(Jsoup.parse(decoded.text()));
        if (!documents.isEmpty()) {
          return IntStream.range(0, documents.size())
              .boxed()
              .flatMap(i -> document(documents.get(i), i + 1, source, problems).stream());
        }
      }
      if (mayBeExport(decoded.text())) {
        Element body = Jsoup.parse(decoded.text()).body();
        body.select("pre").forEach(it -> it.html(it.html().replace("\n", "<br>")));
        List<String> lines =
            HtmlText.paragraphs(body).stream()
                .flatMap(it -> Stream.concat(it.lines(), Stream.of("")))
                .toList();
        if (PressArchiveReader.isExport(lines.stream())) {
          return new PressArchiveReader(maxLength)
              .articles(lines.iterator(), () -> {}, source, problems);
        }
      }
      return ArticleStreams.readAll(
          source.location(),
          problems,
          () ->
              new PageArticles(maxLength)
                  .of(Jsoup.parse(decoded.text()), Optional.empty(), source.location(), problems))
          .stream();
    } catch (UnreadableArticleException e) {
      problems.error(source.location(), e.getMessage());
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
    }
    return Stream.empty();
  }

  /** Returns the article in a document of an export. Reports a document without text. */
  private Optional<Article> document(
      Element document, int number, Source source, Problems problems) {
    return ArticleStreams.readOne(
        source,
        problems,
        () -> {
          PressArticle it =
              EuropressePage.parse(document)
                  .orElseThrow(() -> new NoTextException("document " + number + ": no text"));
          return ArticleStreams.createArticle(
              it.id(), it.text(), it.metadata(), source.location(), maxLength);
        });
  }

  private static boolean isHeader(Metadata metadata, String paragraph) {
    return metadata.authors().contains(paragraph)
        || HeaderLines.isHeader(metadata.title().orElse(""), paragraph);
  }

  /** Tests whether the page may be an export, before it is parsed. */
  private static boolean mayBeExport(String html) {
    return EXPORT_CLUES.stream().anyMatch(html::contains);
  }

  /**
   * Decodes a page.
   *
   * @param charset charset in the server's response, if there is one
   */
  static Decoded decode(byte[] bytes, Optional<String> charset) {
    String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION_BYTES), ISO_8859_1);
    return TextDecoder.decodeDeclared(bytes, charset.or(() -> MainContent.charset(start)));
  }

  /**
   * Returns the article of a page. Reports an article that is shown only in part.
   *
   * @param address web address that the page was fetched from, if known
   */
  Article page(Document page, Optional<String> address, SourceLocation place, Problems problems)
      throws UnreadableArticleException {
    Article article = article(page, PageMetadata.of(page, address, place, problems), place);
    if (article.text().length() < MAX_TEASER_LENGTH && PageMetadata.isForSubscribers(page)) {
      problems.warning(
          place, "only the beginning of the article is on the page, which is for subscribers");
    }
    return article;
  }

  /**
   * Returns the article of a page.
   *
   * @param address web address that the page was fetched from, if known
   */
  Article page(Document page, Optional<String> address, SourceLocation place)
      throws UnreadableArticleException {
    return article(page, PageMetadata.of(page, address), place);
  }

  private Article article(Document page, Metadata metadata, SourceLocation place)
      throws UnreadableArticleException {
    String title = metadata.title().orElse("");
    List<String> paragraphs =
        new ArrayList<>(MainContent.paragraphs(page, title, metadata.authors()));
    // The headline, byline and date belong in the metadata only.
    while (paragraphs.size() > 1 && isHeader(metadata, paragraphs.get(0))) {
      paragraphs.remove(0);
    }
    int length = paragraphs.stream().mapToInt(String::length).sum();
    if (length < MIN_TEASER_LENGTH && PageMetadata.isForSubscribers(page)) {
      throw NoTextException.headlineOnly(title);
    }
    if (paragraphs.isEmpty()) {
      throw new UnreadableArticleException("no article found in this page");
    }
    return ArticleStreams.createArticle(
        Optional.empty(), String.join(HtmlText.PARAGRAPH, paragraphs), metadata, place, maxLength);
  }
}
