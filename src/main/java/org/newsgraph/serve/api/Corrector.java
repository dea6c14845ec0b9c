package org.newsgraph.serve.api;

import java.util.List;

/** Applies corrections of entities to the database that is being served. */
@FunctionalInterface
public interface Corrector {
  /** The kind of a correction. */
  enum Action {
    MERGE,
    SPLIT,
    RENAME,
    FORGET
  }

  /**
   * A correction that an editor requests.
   *
   * @param entity name or IRI of the entity
   * @param other name or IRI of the entity that it is merged with, or whose merge is undone; may be
   *     empty
   * @param articles ids or IRIs of the articles in which the name refers to another entity
   * @param name the name to show, or the name of that other entity; may be empty
   * @param note the reason; may be empty
   */
  record CorrectionRequest(
      Action kind, String entity, String other, List<String> articles, String name, String note) {
    public CorrectionRequest {
      articles = List.copyOf(articles);
    }
  }

  /**
   * Records a correction and updates the graph.
   *
   * @return the result, for the editor: "merged Jo Cox into Helen Joanne Cox; 2 articles reworked"
   * @throws org.newsgraph.serve.http.HttpError if the correction cannot be applied
   */
  String correct(CorrectionRequest request);
}
