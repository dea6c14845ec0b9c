package org.newsgraph.article.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.Text;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.decode.TextDecoder;
import org.newsgraph.article.decode.TextDecoder.Decoded;
import org.newsgraph.article.layout.ArticleHeader;
import org.newsgraph.io.IoErrors;

/**
 * Reads a text file as one article. Its id is the file's name without the extension; its title,
 * authors and publisher are read off its first paragraphs.
 *
 * @param maxLength the longest text that is taken for one article, in code points
 */
public record PlainTextReader(int maxLength) implements ArticleReader {
  /** No encoding needs more for a code point; a byte order mark comes on top. */
  private static final int MOST_BYTES = 4;

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    // Lazily, so that of a thousand files one at a time is in memory.
    return Stream.of(source).flatMap(it -> article(it, problems).stream());
  }

  private Optional<Article> article(Source source, Problems problems) {
    try {
      Decoded decoded = TextDecoder.text(bytes(source));
      Text text = new Text(decoded.text());
      if (text.isBlank()) {
        throw new UnreadableArticleException("nothing in it: an article needs text");
      }
      if (text.length() > maxLength) {
        throw UnreadableArticleException.tooLong(maxLength);
      }
      if (source.stem().isBlank()) {
        throw new UnreadableArticleException(
            "the file's name is to be the article's id, but is blank");
      }
      decoded.warning().ifPresent(warning -> problems.warning(source.place(), warning));
      Metadata metadata = ArticleHeader.metadata(text, Layout.of(text, Optional.empty()));
      return Optional.of(new Article(source.stem(), text, metadata, source.place()));
    } catch (UnreadableArticleException e) {
      problems.error(source.place(), e.getMessage());
    } catch (IOException e) {
      problems.error(source.place(), IoErrors.describeRead(e));
    }
    return Optional.empty();
  }

  private byte[] bytes(Source source) throws IOException, UnreadableArticleException {
    int most = (int) Math.min(Integer.MAX_VALUE - 8L, (long) maxLength * MOST_BYTES + MOST_BYTES);
    try (InputStream in = source.open()) {
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        Optional<String> binary =
            TextDecoder.binary(bytes, Math.min(bytes.length, TextDecoder.PEEK));
        throw binary.isPresent()
            ? new UnreadableArticleException(binary.get())
            : UnreadableArticleException.tooLong(maxLength);
      }
      return bytes;
    }
  }
}
