package org.newsgraph.evaluate;

import java.util.List;
import java.util.Optional;
import org.newsgraph.evaluate.Gold.GoldMention;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Extraction;
import org.newsgraph.link.Item;

/** Comparison of an entity's item with the gold data. */
public final class LinkGold {
  private LinkGold() {}

  /**
   * Tests whether an item is correct at most mentions of an entity; empty if none of them is in the
   * gold data.
   */
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
    if (near.stream().noneMatch(GoldMention::isScored)) {
      return Optional.empty();
    }
    long right =
        near.stream()
            .filter(named -> named.wikidata().isPresent() && LinkScorer.matches(item, named))
            .count();
    return Optional.of(2 * right >= near.size());
  }
}
