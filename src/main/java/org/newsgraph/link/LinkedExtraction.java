package org.newsgraph.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Extraction;

/**
 * The extraction of an article with the candidate links of its entities.
 *
 * @param extraction the entities, mentions and statements of the article
 * @param considered candidate links of each entity, in descending order of confidence; without
 *     entities whose names no knowledge base has
 * @param threshold minimum confidence of the first candidate to become the entity's link, from 0 to
 *     1
 */
public record LinkedExtraction(
    Extraction extraction, Map<Entity, List<Link>> considered, double threshold) {
  public LinkedExtraction {
    Map<Entity, List<Link>> copy = new HashMap<>();
    considered.forEach((entity, links) -> copy.put(entity, List.copyOf(links)));
    considered = Map.copyOf(copy);
  }

  /** Returns an extraction without links. */
  public static LinkedExtraction none(Extraction extraction) {
    return new LinkedExtraction(extraction, Map.of(), 1);
  }

  /** Returns the link of an entity: its first candidate, if it reaches the threshold. */
  public Optional<Link> link(Entity entity) {
    return considered.getOrDefault(entity, List.of()).stream()
        .limit(1)
        .filter(link -> link.confidence() >= threshold)
        .findFirst();
  }
}
