package org.newsgraph.article.format;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;

/**
 * The result of reading a synthetic file.
 *
 * @param articles the articles
 * @param problems the problems, as text
 * @param failures number of errors, without warnings
 */
record ReadResult(List<Article> articles, List<String> problems, long failures) {
  static ReadResult of(ArticleReader reader, String file, String content) {
    return of(reader, file, content.getBytes(StandardCharsets.UTF_8));
  }

  static ReadResult of(ArticleReader reader, String file, byte[] content) {
    List<String> lines = new ArrayList<>();
    Problems problems = new Problems(problem -> lines.add(problem.toString()));
    Source source = new Source(file, file, () -> new ByteArrayInputStream(content));
    try (Stream<Article> articles = reader.read(source, problems)) {
      return new ReadResult(articles.toList(), lines, problems.errorCount());
    }
  }

  Article article() {
    if (articles.size() != 1) {
      throw new AssertionError(articles.size() + " articles; " + problems);
    }
    return articles.get(0);
  }
}
