package org.newsgraph.article.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.decode.TextDecoder;
import org.newsgraph.article.decode.TextDecoder.Decoded;
import org.newsgraph.article.format.Lines.Line;
import org.newsgraph.io.IoErrors;

/**
 * Reads one JSON object per line, {@code {"id", "text", "title"?, "published"?, "url"?, "authors"?,
 * "publisher"?, "language"?}}, and leaves the text unchanged. A line that is not an article is
 * reported and skipped. A missing title, author or publisher is taken from the text.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
public record JsonLinesReader(int maxLength) implements ArticleReader {
  /**
   * Number of bytes allowed per character of the text. An escaped code point takes twelve bytes;
   * the other fields need some more.
   */
  private static final int BYTES_PER_CHARACTER = 16;

  private static final int MIN_LINE_BYTES = 1 << 20;

  static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    InputStream in;
    try {
      in = source.open();
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
      return Stream.empty();
    }
    Spliterator<Line> lines = Lines.of(in, maxLineBytes()).spliterator();
    return StreamSupport.stream(new ArticleIterator(lines, source, problems), false)
        .onClose(() -> ArticleStreams.close(in));
  }

  private int maxLineBytes() {
    return (int)
        Math.min(
            Integer.MAX_VALUE - 8L,
            Math.max(MIN_LINE_BYTES, (long) maxLength * BYTES_PER_CHARACTER));
  }

  /** Converts lines to articles. A truncated source is reported and ends the stream. */
  private final class ArticleIterator extends AbstractSpliterator<Article> {
    private final Spliterator<Line> lines;
    private final Source source;
    private final Problems problems;
    private boolean finished;
    private boolean anyLine;

    ArticleIterator(Spliterator<Line> lines, Source source, Problems problems) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.lines = lines;
      this.source = source;
      this.problems = problems;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Article> action) {
      Article[] found = new Article[1];
      while (!finished && found[0] == null) {
        if (!advance(line -> found[0] = read(line).orElse(null))) {
          finished = true;
          if (!anyLine) {
            problems.error(source.location(), "empty: one JSON object per line is expected");
          }
        }
      }
      if (found[0] != null) {
        action.accept(found[0]);
      }
      return found[0] != null;
    }

    private boolean advance(Consumer<Line> action) {
      try {
        return lines.tryAdvance(action);
      } catch (UncheckedIOException e) {
        anyLine = true;
        problems.error(source.location(), IoErrors.describeRead(e.getCause()));
        return false;
      }
    }

    /** Reads the article in a line. A failure of any kind concerns this line only. */
    private Optional<Article> read(Line line) {
      SourceLocation place = source.locationOfLine(line.number());
      return ArticleStreams.readIfPresent(place, problems, () -> article(line, place));
    }

    private Optional<Article> article(Line line, SourceLocation place)
        throws UnreadableArticleException {
      boolean first = !anyLine;
      if (line.tooLong()) {
        anyLine = true;
        throw UnreadableArticleException.tooLong(maxLength);
      }
      if (first && TextDecoder.isWide(line.bytes())) {
        anyLine = true;
        finished = true;
        throw new UnreadableArticleException(
            "encoded in UTF-16, but JSON Lines must be UTF-8: convert it, for instance with iconv");
      }
      Decoded decoded = TextDecoder.decode(line.bytes());
      String json = decoded.text().strip();
      if (json.isEmpty()) {
        return Optional.empty();
      }
      anyLine = true;
      if (first && (json.startsWith("[") || json.equals("{"))) {
        finished = true;
        throw new UnreadableArticleException(
            "this JSON spans several lines or is an array, but one object per line is expected"
                + " (convert objects with jq -c . and an array with jq -c '.[]')");
      }
      Article article = JsonFormats.article(object(json), place, maxLength, problems);
      decoded.warning().ifPresent(warning -> problems.warning(place, warning));
      return Optional.of(article);
    }
  }

  private static JsonNode object(String json) throws UnreadableArticleException {
    try {
      JsonNode node = MAPPER.readTree(json);
      if (!node.isObject()) {
        throw new UnreadableArticleException("not a JSON object");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new UnreadableArticleException(
          "not a JSON object: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
  }

  /** Tests whether a line is a JSON object. */
  static boolean isObject(String line) {
    try {
      return MAPPER.readTree(line).isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
