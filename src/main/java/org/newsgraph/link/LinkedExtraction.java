package org.newsgraph.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Extraction;

/**
 * What was found in an article, and who and what of the world that is.
 *
 * @param extraction what was found
 * @param considered for an entity, the items that it may be, the likeliest first; nothing for those
 *     whose name no knowledge base has
 * @param bar how likely the first must be to be taken
 */
public record LinkedExtraction(
    Extraction extraction, Map<Entity, List<Link>> considered, double bar) {
  public LinkedExtraction {
    Map<Entity, List<Link>> copy = new HashMap<>();
    considered.forEach((entity, links) -> copy.put(entity, List.copyOf(links)));
    considered = Map.copyOf(copy);
  }

  /** Nothing is linked. */
  public static LinkedExtraction none(Extraction extraction) {
    return new LinkedExtraction(extraction, Map.of(), 1);
  }

  /** The item that an entity is taken for. */
  public Optional<Link> link(Entity entity) {
    return considered.getOrDefault(entity, List.of()).stream()
        .limit(1)
        .filter(link -> link.confidence() >= bar)
        .findFirst();
  }
}
