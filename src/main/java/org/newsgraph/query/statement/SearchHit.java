package org.newsgraph.query.statement;

import java.util.Comparator;
import org.apache.jena.graph.Node;

/**
 * A statement or report that was found but not read.
 *
 * @param article the article that contains it
 * @param iri its IRI, which contains its offsets
 */
public record SearchHit(ArticlesByDate.ArticleEntry article, Node iri) {
  /** The order of the article's text. */
  static final Comparator<SearchHit> IN_READING_ORDER =
      Comparator.comparingInt(SearchHit::begin).thenComparingInt(SearchHit::end);

  /** Returns the start offset of the content or topic, in code points. */
  int begin() {
    String range = range();
    return number(range.substring(0, Math.max(0, range.indexOf(','))));
  }

  /** Returns the end offset of the content or topic, in code points. */
  int end() {
    String range = range();
    return number(range.substring(range.indexOf(',') + 1));
  }

  private String range() {
    return iri.getURI().substring(iri.getURI().lastIndexOf('=') + 1);
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
