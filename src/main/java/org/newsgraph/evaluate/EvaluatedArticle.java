package org.newsgraph.evaluate;

import org.newsgraph.extract.Extraction;
import org.newsgraph.link.LinkedExtraction;

/** An annotated article, what was extracted from it, and what that was linked to. */
record EvaluatedArticle(Gold gold, LinkedExtraction linked) {
  Extraction found() {
    return linked.extraction();
  }
}
