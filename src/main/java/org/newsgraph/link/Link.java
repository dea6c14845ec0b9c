package org.newsgraph.link;

/**
 * An item that an entity may refer to.
 *
 * @param item the item
 * @param confidence estimated probability that the link is correct, from 0 to 1; of links with 0.8,
 *     four in five are correct
 */
public record Link(Item item, double confidence) {
  public Link {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("invalid probability: " + confidence);
    }
  }
}
