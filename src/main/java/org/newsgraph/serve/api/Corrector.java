package org.newsgraph.serve.api;

import java.util.List;

/** Corrects who is whom in the database that is being served, as people say. */
@FunctionalInterface
public interface Corrector {
  /** What can be said of an entity. */
  enum Kind {
    MERGE,
    SPLIT,
    RENAME,
    FORGET
  }

  /**
   * What an editor says.
   *
   * @param entity by name or IRI
   * @param other with which it is merged, or was; empty where that does not matter
   * @param articles in which it is another, by id or IRI
   * @param name to show, or of that other; may be empty
   * @param note why; may be empty
   */
  record CorrectionRequest(
      Kind kind, String entity, String other, List<String> articles, String name, String note) {
    public CorrectionRequest {
      articles = List.copyOf(articles);
    }
  }

  /**
   * Writes it down, and makes the graph follow.
   *
   * @return what was done, for the person: "merged Jo Cox into Helen Joanne Cox; 2 articles
   *     reworked"
   * @throws org.newsgraph.serve.http.HttpError where it cannot be, with the reason
   */
  String correct(CorrectionRequest wish);
}
