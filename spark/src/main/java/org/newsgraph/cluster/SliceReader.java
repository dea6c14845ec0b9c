package org.newsgraph.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Problem;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.decode.LanguageDetector;
import org.newsgraph.article.format.FormatDetectingReader;
import org.newsgraph.article.format.JsonLinesReader;
import org.newsgraph.graph.ArticleDigest;

/** Iterator over the articles of a slice and the problems in reading it. */
final class SliceReader implements Iterator<Row> {
  private final JobSettings settings;
  private final Slice slice;
  private final Stream<Article> articles;
  private final Iterator<Article> left;
  private final Queue<Row> found = new ArrayDeque<>();
  private long position;

  SliceReader(Slice slice, JobSettings settings, Configuration hadoop) {
    this(
        slice,
        slice.source(hadoop),
        slice.isComplete()
            ? new FormatDetectingReader(settings.maxLength())
            : new JsonLinesReader(settings.maxLength()),
        0,
        settings);
  }

  private SliceReader(
      Slice slice, Source source, ArticleReader reader, long first, JobSettings settings) {
    this.settings = settings;
    this.slice = slice;
    this.position = ArticleRows.position(slice.number(), first);
    this.articles = reader.read(source, new Problems(this::problem));
    this.left = articles.map(LanguageDetector::withDetectedLanguage).iterator();
  }

  /**
   * Reads a record that Spark has read from a file.
   *
   * @param file file of the record
   * @param number number of the record in the file, from 0
   * @param json the record as JSON
   */
  static SliceReader ofRecord(Slice file, long number, String json, JobSettings settings) {
    Slice record = file.withLinesBefore(number);
    byte[] line = json.getBytes(UTF_8);
    Source source =
        new Source(
            Slice.name(new Path(file.path())), "record", () -> new ByteArrayInputStream(line));
    return new SliceReader(
        record, source, new JsonLinesReader(settings.maxLength()), number, settings);
  }

  @Override
  public boolean hasNext() {
    while (found.isEmpty() && left.hasNext()) {
      article(left.next());
    }
    if (found.isEmpty()) {
      articles.close();
    }
    return !found.isEmpty();
  }

  @Override
  public Row next() {
    return found.remove();
  }

  private void article(Article read) {
    Article article =
        new Article(read.id(), read.text(), read.metadata(), located(read.location()));
    String digest = ArticleDigest.of(article, settings.version(), settings.base());
    found.add(ArticleRows.of(position++, article, digest));
  }

  private void problem(Problem problem) {
    found.add(
        ArticleRows.of(
            position++,
            new Problem(
                located(problem.location()),
                problem.reason(),
                problem.severity(),
                problem.cause())));
  }

  /** Converts a location in the slice to a location in the file. */
  private SourceLocation located(SourceLocation place) {
    return place.line() == 0
        ? place
        : new SourceLocation(place.source(), place.line() + slice.linesBefore());
  }
}
