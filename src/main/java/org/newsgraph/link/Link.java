package org.newsgraph.link;

/**
 * An item that an entity may refer to.
 *
 * @param item the item
 * @param confidence estimated probability that the link is correct, from 0 to 1; of links with 0.8,
 *     four in five are correct
 * @param why the reasons that decided, for users: "named exactly so; the article mentions Ohio"
 */
public record Link(Item item, double confidence, String why) {
  public Link {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("invalid probability: " + confidence);
    }
  }
}
