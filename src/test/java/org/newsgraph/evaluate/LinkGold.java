package org.newsgraph.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Article;
import org.newsgraph.evaluate.Gold.GoldMention;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.name.LegalForm;
import org.newsgraph.link.Item;
import org.newsgraph.link.NameKey;

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
            .filter(named -> named.wikidata().isPresent())
            .filter(
                named ->
                    LinkScorer.matches(item, named) || isOlderTitle(gold.article(), item, named))
            .count();
    return Optional.of(2 * right >= near.size());
  }

  /**
   * Tests whether an item that has only a Wikipedia title is probably the one in the gold data
   * under an older title: with the state that the article mentions ("Selma, Alabama"), with a legal
   * form, or with accents.
   */
  private static boolean isOlderTitle(Article article, Item item, GoldMention named) {
    if (item.wikidata().isPresent() || item.title().isEmpty()) {
      return false;
    }
    String[] parts = item.title().get().split(", ", 2);
    boolean sure = parts.length == 1 || article.text().toString().contains(parts[1]);
    boolean qualified = named.itemNames().stream().anyMatch(name -> name.contains(","));
    return sure
        && (parts.length == 1 || !qualified)
        && named.itemNames().stream().anyMatch(name -> key(name).equals(key(parts[0])));
  }

  private static String key(String name) {
    return NameKey.of(
        LegalForm.without(URLDecoder.decode(name.replaceAll("%(?![0-9A-F]{2})", "%25"), UTF_8)));
  }
}
