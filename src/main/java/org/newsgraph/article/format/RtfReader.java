package org.newsgraph.article.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.io.IoErrors;

/**
 * Reads a rich text document (.rtf): the text of its paragraphs and its properties.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
record RtfReader(int maxLength) implements ArticleReader {
  /** Maximum size of a file, in bytes. Pictures make rich text documents large. */
  private static final int MAX_BYTES = 128 << 20;

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    return Stream.of(source).flatMap(it -> articles(it, problems));
  }

  private Stream<Article> articles(Source source, Problems problems) {
    try (InputStream in = source.open()) {
      RtfText.Content content = RtfText.parse(ArticleStreams.readBytes(in, MAX_BYTES));
      if (!content.isComplete()) {
        problems.warning(
            source.location(), "this rich text document is truncated: its end is missing");
      }
      return DocumentText.of(content.lines(), content.metadata(), maxLength)
          .articles(source, problems);
    } catch (UnreadableArticleException e) {
      problems.error(source.location(), e.getMessage());
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
    }
    return Stream.empty();
  }
}
