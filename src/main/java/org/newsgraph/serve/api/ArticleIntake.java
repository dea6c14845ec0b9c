package org.newsgraph.serve.api;

import org.newsgraph.article.Article;

/** Extracts the facts of an article and stores it in the database that is being served. */
@FunctionalInterface
public interface ArticleIntake {
  /** Adds an article. Returns when it is stored and visible to queries. */
  void add(Article article);
}
