package org.newsgraph.query.statement;

import java.util.List;
import java.util.Optional;

/**
 * The particulars of an article that a reference to it names.
 *
 * @param id the article's identifier
 * @param title the headline; the identifier if it has none
 * @param authors the names of the authors, in no order
 * @param original the address of the original on the web
 */
public record ArticleReference(
    String id, String title, List<String> authors, Optional<String> original) {
  public ArticleReference {
    authors = List.copyOf(authors);
  }
}
