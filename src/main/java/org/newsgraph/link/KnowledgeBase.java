package org.newsgraph.link;

import java.util.Collection;
import java.util.List;

/**
 * People, organisations, places and other things of the world, and the names that they are known
 * by. It only reads, and may be asked by several threads at once.
 */
public interface KnowledgeBase extends AutoCloseable {
  /**
   * Whom or what a name may stand for, the likeliest first; none where the name is unknown.
   *
   * @param name as a text writes it; a knowledge base finds it also where letter case, accents or
   *     marks differ, but ranks those who bear it exactly so first
   * @throws KnowledgeBaseException where the source cannot be read or reached
   */
  List<Candidate> candidates(String name);

  /**
   * Tells which names will be asked for next, so that those that are slow to ask, one by one, can
   * be asked for together; they are then at hand. Nothing needs to be told.
   *
   * @throws KnowledgeBaseException where the source cannot be read or reached
   */
  default void prepare(Collection<String> names) {}

  /**
   * What is known of an item, beyond what it says of itself; in no order.
   *
   * @throws KnowledgeBaseException where the source cannot be read or reached
   */
  List<Fact> facts(Item item);

  @Override
  void close();
}
