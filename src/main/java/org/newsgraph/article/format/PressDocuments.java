package org.newsgraph.article.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Article;
import org.newsgraph.article.NoTextException;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.press.PressArchive;
import org.newsgraph.article.press.PressArticle;
import org.newsgraph.article.press.PressBoundary;

/**
 * Splits the lines of an export into its documents. Each document becomes an article or a reported
 * problem, so that none is lost unnoticed. A cover page before the first document and a notice
 * after the last one are not documents.
 */
final class PressDocuments {
  private static final String FAILURE_OF_ARCHIVE = "there is an error in this document";

  /** Maximum length of a document that is nothing but an error message of the archive. */
  private static final int MAX_FAILURE_LENGTH = 600;

  /** Length from which text outside documents is reported. */
  private static final int MIN_REPORTED_LENGTH = 500;

  private final Iterator<String> lines;
  private final Source source;
  private final Problems problems;
  private final int maxLength;

  /** Lines that were read to detect the archive. */
  private final Deque<String> peeked = new ArrayDeque<>();

  private PressArchive archive;

  /** Number of lines read so far. */
  private long number;

  /** Number of documents so far. */
  private int count;

  /** Number that the export gives the document that has started. */
  private Optional<String> started = Optional.empty();

  PressDocuments(Iterator<String> lines, Source source, Problems problems, int maxLength) {
    this.lines = lines;
    this.source = source;
    this.problems = problems;
    this.maxLength = maxLength;
  }

  /**
   * Lines between two boundaries.
   *
   * @param first number of the first line
   * @param number number that the export gives the document, if it does
   * @param end boundary after the lines, or empty at the end of the export
   */
  private record Piece(
      long first,
      List<String> lines,
      Optional<String> number,
      Optional<PressBoundary> end,
      boolean isTooLong) {
    boolean isBlank() {
      return !isTooLong && lines.stream().allMatch(String::isBlank);
    }

    /** Tests whether boundaries state that the lines are a document. */
    boolean isDocument() {
      return number.isPresent()
          || end.filter(it -> it.type() == PressBoundary.Type.END).isPresent();
    }

    String text() {
      return String.join(" ", lines).replaceAll("\\s+", " ").strip();
    }
  }

  /**
   * Returns the article up to the next boundary, or empty if there is none. Returns null at the
   * end.
   */
  Optional<Article> next() throws IOException {
    try {
      if (archive == null) {
        detect();
      }
      return hasNext() || started.isPresent() ? article(piece()) : null;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void detect() {
    long length = 0;
    while (lines.hasNext()
        && peeked.size() < PressArchiveReader.PEEK
        && length < SourceFormat.PEEK) {
      String line = lines.next();
      length += line.length();
      peeked.add(line);
    }
    archive = PressArchive.detect(peeked.stream()).orElse(PressArchive.NEXIS);
  }

  private boolean hasNext() {
    return !peeked.isEmpty() || lines.hasNext();
  }

  private Piece piece() {
    List<String> piece = new ArrayList<>();
    long length = 0;
    long first = number + 1;
    Optional<String> own = started;
    started = Optional.empty();
    Optional<PressBoundary> end = Optional.empty();
    while (end.isEmpty() && hasNext()) {
      String line = (peeked.isEmpty() ? lines.next() : peeked.remove()).replace("\uFEFF", "");
      number++;
      end = archive.boundary(line);
      length += line.length() + 1;
      if (end.isEmpty() && length <= 2L * maxLength) {
        piece.add(line.replace('\f', ' '));
      }
    }
    started = end.flatMap(PressBoundary::number);
    return new Piece(first, piece, own, end, length > 2L * maxLength);
  }

  private Optional<Article> article(Piece piece) {
    if (piece.isBlank() && piece.number().isEmpty()) {
      return Optional.empty();
    }
    SourceLocation place = source.locationOfLine(piece.first());
    return ArticleStreams.readIfPresent(place, problems, () -> read(piece, place));
  }

  private Optional<Article> read(Piece piece, SourceLocation place)
      throws UnreadableArticleException {
    String name = "document " + piece.number().orElseGet(() -> Integer.toString(count + 1));
    if (piece.isTooLong()) {
      count++;
      throw UnreadableArticleException.tooLong(maxLength);
    }
    if (isFailureOfArchive(piece)) {
      count++;
      throw new UnreadableArticleException(
          name
              + ": the archive exported an error message instead of the article: download it again");
    }
    try {
      Optional<PressArticle> found =
          archive.parse(piece.lines(), piece.end().flatMap(PressBoundary::id));
      if (found.isPresent()) {
        count++;
        PressArticle it = found.get();
        return Optional.of(
            ArticleStreams.createArticle(it.id(), it.text(), it.metadata(), place, maxLength));
      }
    } catch (NoTextException e) {
      count++;
      throw new NoTextException(name + ": " + e.getMessage());
    }
    if (piece.isDocument()) {
      count++;
      throw new UnreadableArticleException(
          name + ": no article found: the layout is unknown, or the text is missing");
    }
    if (count > 0 && piece.text().length() >= MIN_REPORTED_LENGTH) {
      throw new NoTextException("text outside the documents of this export");
    }
    if (piece.end().isEmpty() && count == 0) {
      throw new UnreadableArticleException("no article found in this export of a press archive");
    }
    return Optional.empty();
  }

  private static boolean isFailureOfArchive(Piece piece) {
    String text = piece.text();
    return text.length() <= MAX_FAILURE_LENGTH && text.contains(FAILURE_OF_ARCHIVE);
  }
}
