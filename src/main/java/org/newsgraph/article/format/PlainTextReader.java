package org.newsgraph.article.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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
 * Reads a text file, plain or in Markdown, as one article, or a letters page as one article per
 * letter. The article's id is the file name without its extension. The metadata are taken from the
 * fields above the text, otherwise from its first paragraphs.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
public record PlainTextReader(int maxLength) implements ArticleReader {
  /**
   * Maximum number of bytes per code point in any encoding. A byte order mark is added to the
   * total.
   */
  private static final int MAX_BYTES_PER_CHARACTER = 4;

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    // Lazily, so that only one file at a time is in memory.
    return Stream.of(source).flatMap(it -> articles(it, problems).stream());
  }

  private List<Article> articles(Source source, Problems problems) {
    try {
      Decoded decoded = TextDecoder.decodeText(bytes(source));
      TextHeader header = TextHeader.of(decoded.text());
      Text text = new Text(text(header, source));
      if (text.isBlank()) {
        throw new UnreadableArticleException("empty: an article needs text");
      }
      if (text.length() > maxLength) {
        throw UnreadableArticleException.tooLong(maxLength);
      }
      if (source.stem().isBlank()) {
        throw new UnreadableArticleException(
            "the file name, from which the article's id is taken, is blank");
      }
      decoded.warning().ifPresent(warning -> problems.warning(source.location(), warning));
      Metadata stated = header.metadata().build(source.location(), problems);
      Layout layout = Layout.of(text, stated.title());
      Metadata metadata = stated.withFallback(ArticleHeader.metadata(text, layout));
      List<Article> letters =
          new LetterArticles(Optional.of(source.stem()), metadata, source.location())
              .of(text, layout);
      return letters.isEmpty()
          ? List.of(new Article(source.stem(), text, metadata, source.location()))
          : letters;
    } catch (UnreadableArticleException e) {
      problems.error(source.location(), e.getMessage());
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
    }
    return List.of();
  }

  private static String text(TextHeader header, Source source) {
    if (!Markdown.isMarkdown(source)) {
      return header.text();
    }
    Markdown markdown = Markdown.of(header.text());
    markdown.title().ifPresent(header.metadata()::title);
    return markdown.text();
  }

  private byte[] bytes(Source source) throws IOException, UnreadableArticleException {
    int maxBytes =
        (int)
            Math.min(
                Integer.MAX_VALUE - 8L,
                (long) maxLength * MAX_BYTES_PER_CHARACTER + MAX_BYTES_PER_CHARACTER);
    try (InputStream in = source.open()) {
      byte[] bytes = in.readNBytes(maxBytes);
      if (in.read() >= 0) {
        Optional<String> binary =
            TextDecoder.describeBinary(bytes, Math.min(bytes.length, TextDecoder.PEEK_BYTES));
        throw binary.isPresent()
            ? new UnreadableArticleException(binary.get())
            : UnreadableArticleException.tooLong(maxLength);
      }
      return bytes;
    }
  }
}
