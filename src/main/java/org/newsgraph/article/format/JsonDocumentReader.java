package org.newsgraph.article.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.input.ProxyInputStream;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.io.IoErrors;

/**
 * Reads JSON that spans several lines: a sequence of objects, or an array of objects. Each object
 * is an article in ninjs, in the format of news-please, or in the format of {@link
 * JsonLinesReader}.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
record JsonDocumentReader(int maxLength) implements ArticleReader {
  /** Maximum size of an object, in bytes. */
  private static final int MAX_OBJECT_BYTES = 32 << 20;

  /** A reader that accepts further objects after the first. */
  private static final ObjectReader READER =
      JsonLinesReader.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    try {
      Bounded in = new Bounded(source.open());
      JsonParser parser = JsonLinesReader.MAPPER.createParser(in);
      return ArticleStreams.stream(
              () -> next(parser, in, source, problems), parser, source.location(), problems)
          .flatMap(Optional::stream);
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
      return Stream.empty();
    }
  }

  private Optional<Article> next(JsonParser parser, Bounded in, Source source, Problems problems)
      throws IOException, UnreadableArticleException {
    try {
      JsonToken token = parser.nextToken();
      while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
        token = parser.nextToken();
      }
      if (token == null) {
        return null;
      }
      SourceLocation place = source.locationOfLine(parser.currentTokenLocation().getLineNr());
      if (token != JsonToken.START_OBJECT) {
        throw new UnreadableArticleException(
            "line " + place.line() + ": a JSON object is expected here");
      }
      in.restart();
      JsonNode object = READER.readTree(parser);
      return ArticleStreams.readOne(
          place, problems, () -> JsonFormats.article(object, place, maxLength, problems));
    } catch (JsonProcessingException e) {
      throw new UnreadableArticleException(
          (e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ")
              + "this is not JSON: "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
  }

  /**
   * A stream that fails if an object exceeds the maximum size, for instance because it is never
   * closed.
   */
  private static final class Bounded extends ProxyInputStream {
    private long objectBytes;

    Bounded(InputStream in) {
      super(in);
    }

    void restart() {
      objectBytes = 0;
    }

    @Override
    protected void afterRead(int count) throws IOException {
      objectBytes += Math.max(0, count);
      if (objectBytes > MAX_OBJECT_BYTES) {
        throw new IOException("an object is larger than " + (MAX_OBJECT_BYTES >> 20) + " MiB");
      }
    }
  }
}
