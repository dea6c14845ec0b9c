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
 * Reads a web page as one article: its text without what a site puts around it, its metadata from
 * what the page says of itself.
 *
 * @param maxLength the longest text that is taken for one article, in code points
 */
record HtmlReader(int maxLength) implements ArticleReader {
  /** The largest page that is read, in bytes. */
  static final int LARGEST = 16 << 20;

  private static final int DECLARATIONS = 4096;

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    return Stream.of(source).flatMap(it -> articles(it, problems));
  }

  /** One, unless the page is an archive's export of several. */
  private Stream<Article> articles(Source source, Problems problems) {
    try (InputStream in = source.open()) {
      byte[] bytes = ArticleStreams.bytes(in, LARGEST);
      Decoded decoded = decode(bytes, Optional.empty());
      decoded.warning().ifPresent(it -> problems.warning(source.place(), it));
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
      return ArticleStreams.one(
          source, problems, () -> page(decoded.text(), Optional.empty(), source.place()))
          .stream();
    } catch (UnreadableArticleException e) {
      problems.error(source.place(), e.getMessage());
    } catch (IOException e) {
      problems.error(source.place(), IoErrors.describeRead(e));
    }
    return Stream.empty();
  }

  /** Whether a look at the parsed page is worth its time. */
  private static boolean mayBeExport(String html) {
    return html.contains("End of Document")
        || html.contains(" DOCUMENTS")
        || html.contains("Document ");
  }

  /**
   * @param charset what the server said, if one did
   */
  static Decoded decode(byte[] bytes, Optional<String> charset) {
    String start = new String(bytes, 0, Math.min(bytes.length, DECLARATIONS), ISO_8859_1);
    return TextDecoder.declared(bytes, charset.or(() -> MainContent.charset(start)));
  }

  /** The article of a page that was fetched from this address, if that is known. */
  Article page(String html, Optional<String> address, SourceLocation place)
      throws UnreadableArticleException {
    Document page = Jsoup.parse(html, address.orElse(""));
    Metadata metadata = PageMetadata.of(page, address);
    List<String> paragraphs =
        MainContent.paragraphs(page, metadata.url().orElse("http://localhost/"));
    // Its own place in the metadata is the headline's only one.
    if (paragraphs.size() > 1
        && metadata.title().filter(it -> ArticleHeader.says(it, paragraphs.get(0))).isPresent()) {
      paragraphs.remove(0);
    }
    if (paragraphs.isEmpty()) {
      throw new UnreadableArticleException("no article in this page");
    }
    return ArticleStreams.of(
        Optional.empty(), String.join(HtmlText.PARAGRAPH, paragraphs), metadata, place, maxLength);
  }
}
