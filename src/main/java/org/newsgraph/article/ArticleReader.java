package org.newsgraph.article;

import java.util.stream.Stream;

/** Reads the articles of one format. */
public interface ArticleReader {
  /** Default maximum length of an article's text, in characters. */
  int MAX_LENGTH = 1_000_000;

  /**
   * Returns the articles of a source as a lazy stream. Invalid input never causes an exception:
   * unreadable articles are reported to {@code problems}, and reading continues with the next
   * article. Closing the stream closes the source.
   */
  Stream<Article> read(Source source, Problems problems);
}
