package org.newsgraph.evaluate;

import org.newsgraph.extract.Extraction;
import org.newsgraph.link.LinkedExtraction;

/**
 * An annotated article with its extraction.
 *
 * @param gold annotation of the article
 * @param linked extraction of the article with its links
 */
record EvaluatedArticle(Gold gold, LinkedExtraction linked) {
  Extraction found() {
    return linked.extraction();
  }
}
