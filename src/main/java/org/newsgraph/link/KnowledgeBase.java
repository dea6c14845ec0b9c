package org.newsgraph.link;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A read-only source of people, organisations, places and other items, with their names and facts.
 * Implementations are thread-safe.
 */
public interface KnowledgeBase extends AutoCloseable {
  /**
   * Returns the items that a name may refer to, the most probable first; empty if the name is
   * unknown.
   *
   * @param name a name as written in a text; also matches names that differ in case, accents or
   *     punctuation, but exact matches rank first
   * @throws KnowledgeBaseException if the source cannot be read or reached
   */
  List<Candidate> candidates(String name);

  /**
   * Announces the names that will be looked up next, so that a slow source can fetch them in one
   * request and cache them. Optional.
   *
   * @throws KnowledgeBaseException if the source cannot be read or reached
   */
  default void prepare(Collection<String> names) {}

  /**
   * Returns the facts about an item, in no particular order.
   *
   * @throws KnowledgeBaseException if the source cannot be read or reached
   */
  List<Fact> facts(Item item);

  /**
   * Returns the item with an IRI; empty if the source lacks it or does not look up items.
   *
   * @throws KnowledgeBaseException if the source cannot be read or reached
   */
  default Optional<Item> item(String iri) {
    return Optional.empty();
  }

  /** Tests whether candidates are only of use for names that no other source has. */
  default boolean isFallback() {
    return false;
  }

  /** Tests whether each look-up costs a request over the network. */
  default boolean isOnline() {
    return false;
  }

  @Override
  void close();
}
