package org.newsgraph.article.format;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.decode.TextDecoder;
import org.newsgraph.io.IoErrors;

/**
 * Reads what press archives export: several articles in one file, with a line between them that
 * nobody writes in an article ("3 of 200 DOCUMENTS", "End of Document", "Document
 * NYTF000020160105ec150006v").
 *
 * @param maxLength the longest text that is taken for one article, in code points
 */
record PressArchiveReader(int maxLength) implements ArticleReader {
  /** How many lines are looked at to see whether it is one. */
  static final int PEEK = 20_000;

  private static final Pattern BEGIN =
      Pattern.compile("\\s*(?:Document )?\\d{1,6} of \\d{1,6} DOCUMENTS?\\s*");
  private static final Pattern END = Pattern.compile("\\s*End of Document\\s*");
  private static final Pattern FACTIVA_END =
      Pattern.compile(
          "\\s*(?:AN\\s+)?Document ([A-Z][A-Za-z0-9]{3,11}20\\d\\d[A-Za-z0-9]{8,20}|[A-Z0-9]{6,}[a-z0-9]{6,})\\s*");

  private static final int LONGEST_SEPARATOR = 100;

  /** Whether one of these lines stands between articles. */
  static boolean isExport(Stream<String> lines) {
    return lines
        .limit(PEEK)
        .anyMatch(
            it -> it.length() <= LONGEST_SEPARATOR && (BEGIN.matcher(it).matches() || ends(it)));
  }

  private static boolean ends(String line) {
    return line.length() <= LONGEST_SEPARATOR
        && (END.matcher(line).matches() || FACTIVA_END.matcher(line).matches());
  }

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    try {
      InputStream in = new BufferedInputStream(source.open());
      in.mark(TextDecoder.PEEK);
      Charset charset = TextDecoder.charset(in.readNBytes(TextDecoder.PEEK));
      in.reset();
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, charset));
      return articles(new LineIterator(reader, maxLength), reader, source, problems);
    } catch (IOException e) {
      problems.error(source.place(), IoErrors.describeRead(e));
      return Stream.empty();
    }
  }

  /** The articles between the separators. */
  Stream<Article> articles(
      Iterator<String> lines, Closeable closing, Source source, Problems problems) {
    Cutter cutter = new Cutter(lines, source, problems);
    return ArticleStreams.stream(cutter::next, closing, source.place(), problems)
        .flatMap(Optional::stream);
  }

  private final class Cutter {
    private final Iterator<String> lines;
    private final Source source;
    private final Problems problems;
    private long number;

    Cutter(Iterator<String> lines, Source source, Problems problems) {
      this.lines = lines;
      this.source = source;
      this.problems = problems;
    }

    /** The next article, if what stands up to the next separator is one; null at the end. */
    Optional<Article> next() throws IOException {
      List<String> piece = new ArrayList<>();
      long length = 0;
      long first = number + 1;
      boolean any = false;
      String separator = "";
      while (separator.isEmpty() && hasNext()) {
        String line = lines.next().replace("\uFEFF", "");
        number++;
        any = true;
        if (BEGIN.matcher(line).matches() || ends(line)) {
          separator = line.strip();
        } else {
          length += line.length() + 1;
          if (length <= 2L * maxLength) {
            piece.add(line);
          }
        }
      }
      if (!any) {
        return null;
      }
      String end = separator;
      boolean tooLong = length > 2L * maxLength;
      return ArticleStreams.any(
          source.at(first),
          problems,
          () -> {
            if (tooLong) {
              throw UnreadableArticleException.tooLong(maxLength);
            }
            return PressArchiveArticle.of(piece, end, source.at(first), maxLength);
          });
    }

    private boolean hasNext() throws IOException {
      try {
        return lines.hasNext();
      } catch (java.io.UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  /** Lines, of which none is longer than is kept. */
  private static final class LineIterator implements Iterator<String> {
    private final BufferedReader reader;
    private final int most;
    private String next;

    LineIterator(BufferedReader reader, int most) {
      this.reader = reader;
      this.most = 2 * most;
    }

    @Override
    public boolean hasNext() {
      try {
        if (next == null) {
          next = line();
        }
        return next != null;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    private String line() throws IOException {
      int c = reader.read();
      if (c < 0) {
        return null;
      }
      StringBuilder line = new StringBuilder();
      for (; c >= 0 && c != '\n'; c = reader.read()) {
        if (line.length() <= most && c != '\r') {
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
