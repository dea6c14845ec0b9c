package org.newsgraph.article.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.io.IoErrors;

/**
 * Reads the articles in a web archive, one record after the other. Only HTTP responses with an HTML
 * page that contains an article are read. Messages name the record by its number, counted from 1.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
record WarcArticleReader(int maxLength) implements ArticleReader {
  @Override
  public Stream<Article> read(Source source, Problems problems) {
    try {
      WarcReader reader = new WarcReader(source.open());
      Records records = new Records(reader, source, problems);
      return ArticleStreams.stream(records::next, reader, source.location(), problems)
          .flatMap(Optional::stream);
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
      return Stream.empty();
    }
  }

  private final class Records {
    private final WarcReader reader;
    private final Source source;
    private final Problems problems;
    private long number;
    private boolean truncated;

    Records(WarcReader reader, Source source, Problems problems) {
      this.reader = reader;
      this.source = source;
      this.problems = problems;
    }

    /**
     * Returns the article of the next record, or empty if it has none. Returns null after the last
     * record.
     */
    Optional<Article> next() throws IOException, UnreadableArticleException {
      if (truncated) {
        return null;
      }
      number++;
      WarcRecord record;
      try {
        record = reader.next().orElse(null);
      } catch (ParsingException e) {
        throw new UnreadableArticleException(
            "record " + number + ": not a WARC record (" + e.getMessage() + ")");
      } catch (IOException e) {
        throw new UnreadableArticleException("record " + number + ": " + IoErrors.describeRead(e));
      }
      if (record == null) {
        return null;
      }
      SourceLocation place = new SourceLocation(source.name() + ": record " + number, 0);
      return record instanceof WarcResponse response
          ? ArticleStreams.readIfPresent(place, problems, () -> readPage(response, place))
          : Optional.empty();
    }

    /**
     * Returns the article of a record. If the record is truncated, reading ends there, because the
     * archive is truncated as well.
     */
    private Optional<Article> readPage(WarcResponse response, SourceLocation place)
        throws IOException, UnreadableArticleException {
      try {
        return page(response, place, problems);
      } catch (EOFException e) {
        truncated = true;
        throw e;
      }
    }
  }

  private Optional<Article> page(WarcResponse response, SourceLocation place, Problems problems)
      throws IOException, UnreadableArticleException {
    if (!response.contentType().base().equals(MediaType.HTTP)
        && !response.contentType().base().toString().equals("application/http")) {
      return Optional.empty();
    }
    HttpResponse http = response.http();
    MediaType type = http.contentType();
    if (http.status() != 200
        || !(type.base().equals(MediaType.HTML) || type.subtype().equals("xhtml+xml"))) {
      return Optional.empty();
    }
    try (InputStream body = http.bodyDecoded().stream()) {
      byte[] bytes = ArticleStreams.readBytes(body, HtmlReader.MAX_BYTES);
      String html =
          HtmlReader.decode(bytes, Optional.ofNullable(type.parameters().get("charset"))).text();
      if (!PageMetadata.isArticle(Jsoup.parse(html))) {
        return Optional.empty();
      }
      return Optional.of(
          new HtmlReader(maxLength)
              .page(html, Optional.ofNullable(response.target()), place, problems));
    }
  }
}
