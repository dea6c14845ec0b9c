package org.newsgraph.article.format;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.input.ReaderInputStream;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.decode.TextDecoder;
import org.newsgraph.article.decode.TextDecoder.Decoded;
import org.newsgraph.article.press.PressArchive;
import org.newsgraph.io.IoErrors;

/**
 * Reads exports of press archives: several articles in one file. Each document that is not an
 * article is reported with its number.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
record PressArchiveReader(int maxLength) implements ArticleReader {
  /** Number of lines that are searched to detect the archive. */
  static final int PEEK = 20_000;

  private static final int MAX_BYTES_PER_CHARACTER = 4;

  /** Tests whether these lines are from the export of a press archive. */
  static boolean isExport(Stream<String> lines) {
    return PressArchive.detect(lines.limit(PEEK)).isPresent();
  }

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    InputStream in;
    try {
      in = new BufferedInputStream(source.open());
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
      return Stream.empty();
    }
    try {
      Decoding decoding = new Decoding(source, problems);
      Iterator<String> lines = Lines.of(inUtf8(in), maxLineBytes()).map(decoding::text).iterator();
      return articles(lines, in, source, problems);
    } catch (IOException e) {
      ArticleStreams.close(in);
      problems.error(source.location(), IoErrors.describeRead(e));
      return Stream.empty();
    }
  }

  /** Returns a stream in UTF-8 for text in UTF-16 or UTF-32, otherwise the same stream. */
  private static InputStream inUtf8(InputStream in) throws IOException {
    in.mark(TextDecoder.PEEK_BYTES);
    Optional<Charset> wide = TextDecoder.wideCharset(in.readNBytes(TextDecoder.PEEK_BYTES));
    in.reset();
    return wide.isEmpty()
        ? in
        : ReaderInputStream.builder()
            .setReader(new InputStreamReader(in, wide.get()))
            .setCharset(StandardCharsets.UTF_8)
            .get();
  }

  /** Returns the length from which lines are truncated: no document can be that long. */
  private int maxLineBytes() {
    return (int) Math.min(Integer.MAX_VALUE - 8L, 2L * maxLength * MAX_BYTES_PER_CHARACTER);
  }

  /** Decodes lines, each in its own encoding, and reports the first one that is not UTF-8. */
  private static final class Decoding {
    private final Source source;
    private final Problems problems;
    private boolean isReported;

    Decoding(Source source, Problems problems) {
      this.source = source;
      this.problems = problems;
    }

    String text(Lines.Line line) {
      Decoded decoded = TextDecoder.decodeLine(line.bytes());
      if (!isReported && decoded.warning().isPresent()) {
        isReported = true;
        problems.warning(source.locationOfLine(line.number()), decoded.warning().get());
      }
      return decoded.text().replace("\r", "");
    }
  }

  /** Returns the articles of an export. */
  Stream<Article> articles(
      Iterator<String> lines, Closeable closing, Source source, Problems problems) {
    PressDocuments documents = new PressDocuments(lines, source, problems, maxLength);
    return ArticleStreams.stream(documents::next, closing, source.location(), problems)
        .flatMap(Optional::stream);
  }
}
