package org.newsgraph.link.index;

import java.util.List;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;

/**
 * What a knowledge base holds of one item.
 *
 * @param names by which it is found; without any, it only lends its label to facts that point to it
 */
public record KnowledgeBaseEntry(Item item, List<Name> names, List<Fact> facts) {
  public KnowledgeBaseEntry {
    names = List.copyOf(names);
    facts = List.copyOf(facts);
  }

  /**
   * A name of an item.
   *
   * @param text as people write it
   * @param weight from above 0 to 1: the probability that the name stands for the item, or how much
   *     the name counts among the item's own, as {@link KnowledgeBaseInfo.Priors} says
   */
  public record Name(String text, double weight) {
    /** The share of an alias's weight where popularity decides. */
    private static final double ALIAS = 0.4;

    public Name {
      if (!(weight > 0 && weight <= 1)) {
        throw new IllegalArgumentException("no weight of a name: " + weight);
      }
    }

    /** The name that the item goes by, where popularity decides between those who bear it. */
    public static Name label(String text) {
      return new Name(text, 1);
    }

    /** Another name of the item: it counts less. */
    public static Name alias(String text) {
      return new Name(text, ALIAS);
    }
  }
}
