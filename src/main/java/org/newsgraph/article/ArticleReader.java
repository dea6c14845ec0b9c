package org.newsgraph.article;

import java.util.stream.Stream;

/** Reads the articles of one format. */
public interface ArticleReader {
  /** The longest text that is taken for one article unless a person says otherwise. */
  int MAX_LENGTH = 1_000_000;

  /**
   * The articles of a source, read as they are asked for. Never throws for bad input: what could
   * not be read goes to the problems, and the rest follows. Close the stream to close the source.
   */
  Stream<Article> read(Source source, Problems problems);
}
