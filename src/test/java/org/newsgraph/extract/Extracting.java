package org.newsgraph.extract;

import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;
import org.newsgraph.text.Analyser;

/** Extracts from short texts with the real model, which is loaded once for all tests. */
public final class Extracting {
  public static final Analyser ANALYSER = new Analyser();

  private Extracting() {}

  public static Extraction from(String text) {
    return Extractor.extract(ANALYSER.analyse(article(text)));
  }

  public static Article article(String text) {
    return new Article("article", new Text(text), Metadata.NONE);
  }

  public static List<Statement> statements(String text) {
    return from(text).statements();
  }

  /** Returns the only statement of a text. */
  public static Statement statement(String text) {
    List<Statement> statements = statements(text);
    if (statements.size() != 1) {
      throw new AssertionError("not one statement but " + statements);
    }
    return statements.get(0);
  }

  public static Optional<String> speaker(Statement statement) {
    return statement.speaker().map(Speaker::name);
  }
}
