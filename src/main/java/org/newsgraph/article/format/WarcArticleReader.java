package org.newsgraph.article.format;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.io.IoErrors;

/**
 * Reads the articles in a web archive, one record after the other: the web pages among its {@code
 * response} and {@code resource} records. A page without an article, and a {@code revisit} of a
 * page, are reported as skipped; records of other media types are not. Messages name the record by
 * its number, counted from 1.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
record WarcArticleReader(int maxLength) implements ArticleReader {
  private static final int OK = 200;

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    try {
      WarcReader reader = new WarcReader(source.open());
      Records records = new Records(reader, source, problems);
      return ArticleStreams.stream(records::next, reader, source.location(), problems)
          .flatMap(List::stream);
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
      return Stream.empty();
    }
  }

  private final class Records {
    private final WarcReader reader;
    private final Source source;
    private final Problems problems;
    private final WarcRevisits revisits = new WarcRevisits();
    private long number;
    private boolean anyPage;
    private boolean truncated;

    Records(WarcReader reader, Source source, Problems problems) {
      this.reader = reader;
      this.source = source;
      this.problems = problems;
    }

    /** Returns the articles of the next record. Returns null after the last record. */
    List<Article> next() throws IOException, UnreadableArticleException {
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
        if (!anyPage) {
          problems.skipped(source.location(), "no web pages in this web archive");
        }
        return null;
      }
      SourceLocation place = new SourceLocation(source.name() + ": record " + number, 0);
      return ArticleStreams.readAll(place, problems, () -> articles(record, place));
    }

    private List<Article> articles(WarcRecord record, SourceLocation place)
        throws IOException, UnreadableArticleException {
      if (record instanceof WarcRevisit revisit) {
        if (WarcPage.mayBePage(revisit)) {
          anyPage = true;
          problems.skipped(place, revisits.describe(revisit));
        }
        return List.of();
      }
      Optional<WarcPage> found =
          record instanceof WarcResponse response
              ? WarcPage.of(response)
              : record instanceof WarcResource resource ? WarcPage.of(resource) : Optional.empty();
      if (found.isEmpty()) {
        return List.of();
      }
      anyPage = true;
      WarcPage page = found.get();
      revisits.add(page.record(), number);
      if (page.status() != OK) {
        problems.skipped(
            place, "the server answered with status " + page.status() + page.addressInBrackets());
        return List.of();
      }
      return articles(page, place);
    }

    private List<Article> articles(WarcPage page, SourceLocation place)
        throws IOException, UnreadableArticleException {
      ContentCoding.Body body;
      try {
        body = page.body();
      } catch (EOFException e) {
        truncated = true;
        throw e;
      }
      String html = HtmlReader.decode(body.bytes(), page.charset()).text();
      Document document = Jsoup.parse(html, page.address().orElse(""));
      if (!PageMetadata.isArticle(document)) {
        problems.skipped(place, "no article on this page" + page.addressInBrackets());
        return List.of();
      }
      if (!body.isComplete() || page.isMarkedAsTruncated()) {
        problems.warning(place, "the archived page breaks off" + page.addressInBrackets());
      }
      return new PageArticles(maxLength).of(document, page.address(), place, problems);
    }
  }
}
