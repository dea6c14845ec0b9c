package org.newsgraph.serve.api;

import org.newsgraph.article.Article;

/** Finds what an article says, and puts it into the database that is being served. */
@FunctionalInterface
public interface ArticleIntake {
  /** Back when it is stored, and the next question sees it. */
  void add(Article article);
}
