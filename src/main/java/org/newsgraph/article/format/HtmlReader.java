package org.newsgraph.article.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.decode.TextDecoder;
import org.newsgraph.article.decode.TextDecoder.Decoded;
import org.newsgraph.article.layout.ArticleHeader;
import org.newsgraph.io.IoErrors;

/**
 * Reads a web page as one article: the main text without menus and other parts of the site, and the
 * metadata that the page states.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
record HtmlReader(int maxLength) implements ArticleReader {
  /** Maximum size of a page, in bytes. */
  static final int MAX_BYTES = 16 << 20;

  private static final int DECLARATION_BYTES = 4096;

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
      if (mayBeExport(decoded.text())) {
        List<String> lines =
            HtmlText.paragraphs(Jsoup.parse(decoded.text()).body()).stream()
                .flatMap(it -> Stream.concat(it.lines(), Stream.of("")))
                .toList();
        if (PressArchiveReader.isExport(lines.stream())) {
          return new PressArchiveReader(maxLength)
              .articles(lines.iterator(), () -> {}, source, problems);
        }
      }
      return ArticleStreams.readOne(
          source,
          problems,
          () -> page(decoded.text(), Optional.empty(), source.location(), problems))
          .stream();
    } catch (UnreadableArticleException e) {
      problems.error(source.location(), e.getMessage());
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
    }
    return Stream.empty();
  }

  /**
   * Tests whether the page contains words of a press archive's separators, so that parsing it is
   * worthwhile.
   */
  private static boolean mayBeExport(String html) {
    return html.contains("End of Document")
        || html.contains(" DOCUMENTS")
        || html.contains("Document ");
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
   * Returns the article of a page.
   *
   * @param address web address that the page was fetched from, if known
   */
  Article page(String html, Optional<String> address, SourceLocation place, Problems problems)
      throws UnreadableArticleException {
    Document page = Jsoup.parse(html, address.orElse(""));
    Metadata metadata = PageMetadata.of(page, address, place, problems);
    List<String> paragraphs =
        MainContent.paragraphs(page, metadata.url().orElse("http://localhost/"));
    // The headline belongs in the metadata only.
    if (paragraphs.size() > 1
        && metadata
            .title()
            .filter(it -> ArticleHeader.matchesTitle(it, paragraphs.get(0)))
            .isPresent()) {
      paragraphs.remove(0);
    }
    if (paragraphs.isEmpty()) {
      throw new UnreadableArticleException("no article found in this page");
    }
    return ArticleStreams.createArticle(
        Optional.empty(), String.join(HtmlText.PARAGRAPH, paragraphs), metadata, place, maxLength);
  }
}
