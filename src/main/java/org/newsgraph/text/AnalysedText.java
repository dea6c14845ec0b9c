package org.newsgraph.text;

import java.util.List;
import org.newsgraph.article.Article;
import org.newsgraph.article.Layout;

/**
 * An article with its paragraphs, sentences and tokens.
 *
 * @param article the article
 * @param layout its paragraphs and their functions
 * @param sentences the sentences, in reading order
 */
public record AnalysedText(Article article, Layout layout, List<Sentence> sentences) {
  public AnalysedText {
    sentences = List.copyOf(sentences);
  }
}
