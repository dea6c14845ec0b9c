package org.newsgraph.link.index;

import java.util.List;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;

/**
 * An item in a knowledge base with its names and facts.
 *
 * @param item the item
 * @param names names by which the item is found; an item without names only provides the label for
 *     facts that refer to it
 * @param facts facts about the item
 */
public record KnowledgeBaseEntry(Item item, List<Name> names, List<Fact> facts) {
  public KnowledgeBaseEntry {
    names = List.copyOf(names);
    facts = List.copyOf(facts);
  }

  /**
   * A name of an item.
   *
   * @param text the name, as written in texts
   * @param weight greater than 0, at most 1; either the probability that the name refers to the
   *     item, or the weight of the name among the item's names, depending on {@link
   *     KnowledgeBaseInfo.Priors}
   */
  public record Name(String text, double weight) {
    /** Weight of an alias if priors are derived from popularity. */
    private static final double ALIAS_WEIGHT = 0.4;

    public Name {
      if (!(weight > 0 && weight <= 1)) {
        throw new IllegalArgumentException("invalid weight of a name: " + weight);
      }
    }

    /** Returns the main name of an item, if priors are derived from popularity. */
    public static Name label(String text) {
      return new Name(text, 1);
    }

    /** Returns another name of an item, with a lower weight than its label. */
    public static Name alias(String text) {
      return new Name(text, ALIAS_WEIGHT);
    }
  }
}
