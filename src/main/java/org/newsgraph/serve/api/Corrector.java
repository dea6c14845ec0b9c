package org.newsgraph.serve.api;

import java.util.List;
import org.newsgraph.link.Item;

/** Applies corrections of entities to the database that is being served. */
@FunctionalInterface
public interface Corrector {
  /** The kind of a correction. */
  enum Action {
    MERGE,
    SPLIT,
    RENAME,
    FORGET,
    LINK,
    UNLINK,
    /** Undoes the choice of a link, so that the linker decides again. */
    RELINK
  }

  /**
   * A correction that an editor requests.
   *
   * @param entity name or IRI of the entity
   * @param other name or IRI of the entity that it is merged with, or whose merge is undone, or the
   *     item that it is linked to; may be empty
   * @param articles ids or IRIs of the articles in which the name refers to another entity, or to
   *     which the choice of a link is limited
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

  /**
   * Returns the items of knowledge bases to which an entity may be linked, the most probable first.
   *
   * @param entity IRI of the entity
   * @param name another name to look up; if empty, the names of the entity
   * @throws org.newsgraph.serve.http.HttpError if there is no such entity
   */
  default List<Item> candidates(String entity, String name) {
    return List.of();
  }
}
