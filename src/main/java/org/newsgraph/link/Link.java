package org.newsgraph.link;

/**
 * An item that an entity may be.
 *
 * @param item who or what
 * @param confidence how likely it is right: of links with .8, four in five are; from 0 to 1
 */
public record Link(Item item, double confidence) {
  public Link {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("no probability: " + confidence);
    }
  }
}
