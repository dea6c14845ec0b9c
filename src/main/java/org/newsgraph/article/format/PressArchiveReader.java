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
 * Reads exports of press archives: several articles in one file, with a separator line between them
 * that does not occur in articles ("3 of 200 DOCUMENTS", "End of Document", "Document
 * NYTF000020160105ec150006v").
 *
 * @param maxLength maximum length of an article's text, in code points
 */
record PressArchiveReader(int maxLength) implements ArticleReader {
  /** Number of lines that are searched for a separator to detect an export. */
  static final int PEEK = 20_000;

  private static final Pattern START =
      Pattern.compile("\\s*(?:Document )?\\d{1,6} of \\d{1,6} DOCUMENTS?\\s*");
  private static final Pattern END = Pattern.compile("\\s*End of Document\\s*");
  private static final Pattern FACTIVA_END =
      Pattern.compile(
          "\\s*(?:AN\\s+)?Document ([A-Z][A-Za-z0-9]{3,11}20\\d\\d[A-Za-z0-9]{8,20}|[A-Z0-9]{6,}[a-z0-9]{6,})\\s*");

  private static final int MAX_SEPARATOR_LENGTH = 100;

  /** Tests whether one of these lines is a separator between articles. */
  static boolean isExport(Stream<String> lines) {
    return lines
        .limit(PEEK)
        .anyMatch(
            it ->
                it.length() <= MAX_SEPARATOR_LENGTH && (START.matcher(it).matches() || isEnd(it)));
  }

  private static boolean isEnd(String line) {
    return line.length() <= MAX_SEPARATOR_LENGTH
        && (END.matcher(line).matches() || FACTIVA_END.matcher(line).matches());
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

  /** Returns the articles between the separators. */
  Stream<Article> articles(
      Iterator<String> lines, Closeable closing, Source source, Problems problems) {
    Splitter splitter = new Splitter(lines, source, problems);
    return ArticleStreams.stream(splitter::next, closing, source.location(), problems)
        .flatMap(Optional::stream);
  }

  private final class Splitter {
    private final Iterator<String> lines;
    private final Source source;
    private final Problems problems;
    private long number;

    Splitter(Iterator<String> lines, Source source, Problems problems) {
      this.lines = lines;
      this.source = source;
      this.problems = problems;
    }

    /**
     * Returns the article up to the next separator, or empty if there is none. Returns null at the
     * end.
     */
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
        if (START.matcher(line).matches() || isEnd(line)) {
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
      return ArticleStreams.readIfPresent(
          source.locationOfLine(first),
          problems,
          () -> {
            if (tooLong) {
              throw UnreadableArticleException.tooLong(maxLength);
            }
            return PressArchiveArticle.of(piece, end, source.locationOfLine(first), maxLength);
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
