package org.newsgraph.article.format;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.decode.TextDecoder;
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

  /** Tests whether these lines are from the export of a press archive. */
  static boolean isExport(Stream<String> lines) {
    return PressArchive.detect(lines.limit(PEEK)).isPresent();
  }

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    try {
      InputStream in = new BufferedInputStream(source.open());
      in.mark(TextDecoder.PEEK_BYTES);
      Charset charset = TextDecoder.detectCharset(in.readNBytes(TextDecoder.PEEK_BYTES));
      in.reset();
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset));
      return articles(new LineIterator(reader, maxLength), reader, source, problems);
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
      return Stream.empty();
    }
  }

  /** Returns the articles of an export. */
  Stream<Article> articles(
      Iterator<String> lines, Closeable closing, Source source, Problems problems) {
    PressDocuments documents = new PressDocuments(lines, source, problems, maxLength);
    return ArticleStreams.stream(documents::next, closing, source.location(), problems)
        .flatMap(Optional::stream);
  }

  /** An iterator over lines that truncates lines beyond twice the maximum length of an article. */
  private static final class LineIterator implements Iterator<String> {
    private final BufferedReader reader;
    private final int maxLineLength;
    private String next;

    LineIterator(BufferedReader reader, int maxLength) {
      this.reader = reader;
      this.maxLineLength = 2 * maxLength;
    }

    @Override
    public boolean hasNext() {
      try {
        if (next == null) {
          next = line();
        }
        return next != null;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private String line() throws IOException {
      int c = reader.read();
      if (c < 0) {
        return null;
      }
      StringBuilder line = new StringBuilder();
      for (; c >= 0 && c != '\n'; c = reader.read()) {
        if (line.length() <= maxLineLength && c != '\r') {
          line.append((char) c);
        }
      }
      return line.toString();
    }

    @Override
    public String next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      String line = next;
      next = null;
      return line;
    }
  }
}
