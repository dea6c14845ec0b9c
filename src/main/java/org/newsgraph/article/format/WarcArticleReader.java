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
 * Reads the pages of a web archive one after the other: responses of web servers that are HTML and
 * hold an article. What is named in messages is the record, counted from 1.
 *
 * @param maxLength the longest text that is taken for one article, in code points
 */
record WarcArticleReader(int maxLength) implements ArticleReader {
  @Override
  public Stream<Article> read(Source source, Problems problems) {
    try {
      WarcReader reader = new WarcReader(source.open());
      Records records = new Records(reader, source, problems);
      return ArticleStreams.stream(records::next, reader, source.place(), problems)
          .flatMap(Optional::stream);
    } catch (IOException e) {
      problems.error(source.place(), IoErrors.describeRead(e));
      return Stream.empty();
    }
  }

  private final class Records {
    private final WarcReader reader;
    private final Source source;
    private final Problems problems;
    private long number;
    private boolean broken;

    Records(WarcReader reader, Source source, Problems problems) {
      this.reader = reader;
      this.source = source;
      this.problems = problems;
    }

    /** The next record's article, if it has one; null after the last record. */
    Optional<Article> next() throws IOException, UnreadableArticleException {
      if (broken) {
        return null;
      }
      number++;
      WarcRecord record;
      try {
        record = reader.next().orElse(null);
      } catch (ParsingException e) {
        throw new UnreadableArticleException(
            "record " + number + ": no WARC record (" + e.getMessage() + ")");
      } catch (IOException e) {
        throw new UnreadableArticleException("record " + number + ": " + IoErrors.describeRead(e));
      }
      if (record == null) {
        return null;
      }
      SourceLocation place = new SourceLocation(source.name() + ": record " + number, 0);
      return record instanceof WarcResponse response
          ? ArticleStreams.any(place, problems, () -> whole(response, place))
          : Optional.empty();
    }

    /** Where a record breaks off, the archive does. */
    private Optional<Article> whole(WarcResponse response, SourceLocation place)
        throws IOException, UnreadableArticleException {
      try {
        return page(response, place);
      } catch (EOFException e) {
        broken = true;
        throw e;
      }
    }
  }

  private Optional<Article> page(WarcResponse response, SourceLocation place)
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
      byte[] bytes = ArticleStreams.bytes(body, HtmlReader.LARGEST);
      String html =
          HtmlReader.decode(bytes, Optional.ofNullable(type.parameters().get("charset"))).text();
      if (!PageMetadata.isArticle(Jsoup.parse(html))) {
        return Optional.empty();
      }
      return Optional.of(
          new HtmlReader(maxLength).page(html, Optional.ofNullable(response.target()), place));
    }
  }
}
