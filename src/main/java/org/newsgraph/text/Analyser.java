package org.newsgraph.text;

import org.newsgraph.article.Article;

/** Finds an article's sentences, the grammar of each, and its names. */
public interface Analyser {
  /** Analyses one article; safe to call from several threads. */
  AnalysedText analyse(Article article);
}
