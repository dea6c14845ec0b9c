package org.newsgraph.evaluate;

import java.util.List;
import java.util.Optional;
import org.newsgraph.evaluate.Gold.GoldMention;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Extraction;
import org.newsgraph.link.Item;

/** Asks the gold whether an item is an entity's. */
public final class LinkGold {
  private LinkGold() {}

  /** Whether it is right at most of the entity's places; nothing where the gold names none. */
  public static Optional<Boolean> isRight(Gold gold, Extraction found, Entity entity, Item item) {
    List<GoldMention> near =
        found.mentions().stream()
            .filter(mention -> mention.entity().equals(entity))
            .flatMap(
                mention ->
                    gold.entities().stream()
                        .filter(named -> !named.optional() && gold.covers(named.span()))
                        .filter(named -> named.span().overlaps(mention.span())))
            .toList();
    if (near.stream().noneMatch(GoldMention::counts)) {
      return Optional.empty();
    }
    long right =
        near.stream()
            .filter(named -> named.wikidata().isPresent() && LinkScorer.matches(item, named))
            .count();
    return Optional.of(2 * right >= near.size());
  }
}
